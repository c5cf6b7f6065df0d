import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findClashes, proposeMeetings } from "@/lib/programme/meeting/rules";
import type { PlannedMeeting } from "@/lib/programme/meeting/types";

const at = (text: string) => new Date(`2026-12-${text}Z`);

function meeting(id: string, from: string, to: string, more: Partial<PlannedMeeting> = {}): PlannedMeeting {
  const nobody = { room: null, interpreterId: null, participantId: null, organisationId: null, stop: null };
  return { id, ...nobody, startsAt: at(from), endsAt: at(to), ...more };
}

const kinds = (meetings: PlannedMeeting[]) => findClashes(meetings).map(({ kind, id, otherId }) => [kind, id, otherId]);

describe("clashes of meetings", () => {
  it("sees one room, interpreter and guest at two talks at once, whatever the case of the room", () => {
    const both = { room: "Зал 1", interpreterId: "i", participantId: "p" };
    const all = [
      meeting("a", "14T10:00", "14T10:30", both),
      meeting("b", "14T10:29", "14T11:00", { ...both, room: " зал  1" }),
    ];
    expect(kinds(all)).toEqual([
      ["room", "a", "b"],
      ["interpreter", "a", "b"],
      ["participant", "a", "b"],
      ["room", "b", "a"],
      ["interpreter", "b", "a"],
      ["participant", "b", "a"],
    ]);
  });

  it("takes touching ends for no clash, and sees one over midnight", () => {
    const room = { room: "1" };
    expect(kinds([meeting("a", "14T10:00", "14T10:30", room), meeting("b", "14T10:30", "14T11:00", room)])).toEqual([]);
    expect(
      kinds([meeting("a", "14T23:30", "15T00:30", room), meeting("b", "15T00:00", "15T00:15", room)]),
    ).toHaveLength(2);
  });

  it("sees a long talk in the way of several short ones", () => {
    const room = { room: "1" };
    const all = [
      meeting("long", "14T10:00", "14T13:00", room),
      meeting("a", "14T10:00", "14T10:30", room),
      meeting("b", "14T12:30", "14T13:00", room),
    ];
    expect(kinds(all).filter(([, id]) => id === "long")).toHaveLength(2);
  });

  it("holds a meeting within its stop, and its end after its beginning", () => {
    const stop = { startsAt: at("14T10:00"), endsAt: at("14T11:00") };
    expect(kinds([meeting("a", "14T10:00", "14T11:00", { stop })])).toEqual([]);
    expect(kinds([meeting("a", "14T09:59", "14T10:30", { stop })])).toEqual([["stop", "a", null]]);
    expect(kinds([meeting("a", "14T10:30", "14T11:01", { stop })])).toEqual([["stop", "a", null]]);
    expect(kinds([meeting("a", "14T10:30", "14T10:30", { stop })])).toEqual([["order", "a", null]]);
    expect(kinds([{ ...meeting("a", "14T10:30", "14T10:30", { stop }), startsAt: null, endsAt: null }])).toEqual([]);
  });

  it("finds for any meetings just the pairs that overlap", () => {
    const one = fc.record({
      start: fc.integer({ min: 0, max: 40 }),
      length: fc.integer({ min: 1, max: 12 }),
      room: fc.constantFrom("a", "b"),
    });
    fc.assert(
      fc.property(fc.array(one, { maxLength: 12 }), (rows) => {
        const all = rows.map(({ start, length, room }, index) => ({
          ...meeting(String(index), "14T00:00", "14T00:01", { room }),
          startsAt: new Date(start * 60_000),
          endsAt: new Date((start + length) * 60_000),
        }));
        const expected = all.flatMap((a) =>
          all
            .filter((b) => a !== b && a.room === b.room && a.startsAt < b.endsAt && b.startsAt < a.endsAt)
            .map((b) => `${a.id} ${b.id}`),
        );
        expect(
          findClashes(all)
            .map(({ id, otherId }) => `${id} ${otherId}`)
            .sort(),
        ).toEqual(expected.sort());
      }),
    );
  });
});

describe("slots", () => {
  const wish = (participants: number, organisations: number, rooms: number, slots: number, interpreters: number) => ({
    from: at("14T10:00"),
    to: new Date(at("14T10:00").getTime() + slots * 20 * 60_000),
    minutes: 20,
    rooms: Array.from({ length: rooms }, (_, index) => `Room ${index}`),
    pairs: Array.from({ length: participants * organisations }, (_, index) => ({
      participantId: `p${index % participants}`,
      organisationId: `o${Math.floor(index / participants)}`,
    })),
    interpreterIds: Array.from({ length: interpreters }, (_, index) => `i${index}`),
  });

  it("never proposes a clash, keeps to the hours, and loses no pair", () => {
    const size = fc.integer({ min: 1, max: 5 });
    fc.assert(
      fc.property(
        size,
        size,
        size,
        fc.integer({ min: 0, max: 12 }),
        fc.integer({ min: 0, max: 3 }),
        (p, o, r, s, i) => {
          const asked = wish(p, o, r, s, i);
          const planned = [
            meeting("old", "14T10:10", "14T10:30", { room: "room 0", participantId: "p0", organisationId: "o0" }),
          ];
          const { meetings, left } = proposeMeetings(asked, planned);
          expect(meetings.length + left.length).toBe(asked.pairs.length);
          const all = [...planned, ...meetings.map((one, index) => ({ ...one, id: `new${index}`, stop: null }))];
          expect(findClashes(all)).toEqual([]);
          // A company is no more in two places than a guest.
          expect(findClashes(all.map((one) => ({ ...one, participantId: one.organisationId })))).toEqual([]);
          for (const one of meetings) expect(one.startsAt >= asked.from && one.endsAt <= asked.to).toBe(true);
        },
      ),
    );
  });

  it("finds a place for every pair where there is one", () => {
    const { meetings, left } = proposeMeetings(wish(3, 3, 3, 3, 0), []);
    expect(left.length).toBeLessThanOrEqual(2);
    expect(proposeMeetings(wish(3, 3, 3, 9, 0), []).left).toEqual([]);
    expect(meetings[0]).toMatchObject({
      participantId: "p0",
      organisationId: "o0",
      room: "Room 0",
      interpreterId: null,
    });
    expect(proposeMeetings({ ...wish(1, 1, 1, 3, 0), minutes: 0 }, []).meetings).toEqual([]);
  });
});
