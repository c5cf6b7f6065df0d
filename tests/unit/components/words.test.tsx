import { expect, it } from "vitest";
import { Foreign } from "@/components/ui/foreign";
import { Words } from "@/components/ui/words";
import { render, textOf } from "./render";

it("says that a text is in another language, and gives it that language", async () => {
  const html = await render("zh", <Words value={{ text: "Индустриальный парк", lang: "ru" }} />);
  expect(html).toContain('<span lang="ru">Индустриальный парк</span>');
  expect(textOf(html)).toContain("俄文原文");
});

it("adds nothing to a text in the page's own language", async () => {
  expect(await render("zh", <Words value={{ text: "工业园", lang: "zh" }} />)).toBe("工业园");
});

it("marks Chinese as simplified", async () => {
  expect(await render("en", <Words value={{ text: "工业园", lang: "zh" }} />)).toContain('lang="zh-Hans"');
});

it("gives a publisher the language of its script, without a mark", async () => {
  expect(await render("en", <Foreign text="РИА Новости" />)).toBe('<span lang="ru">РИА Новости</span>');
});
