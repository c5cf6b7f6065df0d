import { describe, expect, it } from "vitest";
import { haFromM2, m2FromHa, muFromHa, mwFromGcalPerHour } from "@/lib/core/units";

describe("areas in other units", () => {
  it("counts fifteen 亩 to the hectare", () => {
    expect(muFromHa(272)).toBe(4080);
    expect(muFromHa(0)).toBe(0);
  });

  it("adds nothing of its own to decimals", () => {
    expect(muFromHa(0.1)).toBe(1.5);
    expect(m2FromHa(17.9)).toBe(179_000);
    expect(m2FromHa(1.1)).toBe(11_000);
  });

  it("comes back from square metres to the same hectares", () => {
    for (const areaHa of [0.0001, 5.8, 47.6, 1092]) expect(haFromM2(m2FromHa(areaHa))).toBe(areaHa);
  });
});

it("turns heat in Gcal/h into megawatts", () => {
  expect(mwFromGcalPerHour(1)).toBe(1.163);
  expect(mwFromGcalPerHour(100)).toBe(116.3);
});
