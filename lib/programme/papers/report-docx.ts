import type { Paragraph as DocxParagraph, Table as DocxTable } from "docx";
import type { Line } from "@/lib/programme/papers/bilingual";
import type { Gap, PaperPromise } from "@/lib/programme/papers/ledger-lines";
import type { ReportData } from "@/lib/programme/papers/report";
import type { MemberLine, StopLine } from "@/lib/programme/papers/single";

type Docx = typeof import("docx");
type Style = { bold?: boolean; color?: string; size?: number };

/** What stands for "missing" and "late". */
const alarm = "A01D2B";
const quiet = "5B6880";

const languages = { zh: "zh-CN", ru: "ru-RU", en: "en-GB" } as const;

/** The report as a Word file that a ministry goes on writing in: real headings, real tables, the language of each text set. */
export async function makeReportDocx(data: ReportData): Promise<Uint8Array<ArrayBuffer>> {
  // Loaded when somebody asks for it: the rest of the portal does without its megabytes.
  const docx = await import("docx");
  const paper = new Writer(docx, data);
  const file = new docx.Document({
    title: data.head.title,
    creator: data.head.portal,
    styles: {
      default: {
        document: {
          run: {
            size: 21,
            font: { ascii: "Arial", hAnsi: "Arial", cs: "Arial", eastAsia: "Microsoft YaHei" },
            language: {
              value: languages[data.head.lang === "zh" ? "zh" : data.head.lang === "en" ? "en" : "ru"],
              eastAsia: "zh-CN",
            },
          },
          paragraph: { spacing: { after: 100, line: 276 } },
        },
        title: { run: { size: 36, bold: true, color: "0F1A2E" }, paragraph: { spacing: { after: 80 } } },
        heading1: {
          run: { size: 26, bold: true, color: "0F1A2E" },
          paragraph: { spacing: { before: 320, after: 120 } },
        },
      },
    },
    sections: [
      {
        properties: {
          page: {
            size: { width: 11_906, height: 16_838 },
            margin: { top: 1_000, bottom: 1_000, left: 1_100, right: 1_000 },
          },
        },
        footers: { default: paper.footer() },
        children: paper.body(),
      },
    ],
  });
  return new Uint8Array(await docx.Packer.toArrayBuffer(file));
}

class Writer {
  readonly #docx: Docx;
  readonly #data: ReportData;

  constructor(docx: Docx, data: ReportData) {
    this.#docx = docx;
    this.#data = data;
  }

  body(): (DocxParagraph | DocxTable)[] {
    const { head, made, labels: l, facts, summary, promises, gaps, stops, members } = this.#data;
    return [
      this.#text(head.portal, { color: quiet }),
      this.#heading(head.heading, "TITLE"),
      this.#line([this.#run(head.name, { size: 26 })]),
      this.#text(made, { color: quiet }),
      this.#heading(l.visit ?? "", "HEADING_1"),
      this.#table(
        [28, 72],
        null,
        facts.map(({ label, value }) => [[this.#text(label, { color: quiet })], [this.#text(value)]]),
      ),
      this.#heading(l.agreed ?? "", "HEADING_1"),
      this.#text(promises.length > 0 ? summary : (l.agreedNone ?? "")),
      ...(promises.length > 0 ? [this.#promises(promises)] : []),
      ...(promises.length > 0 ? [this.#heading(l.gaps ?? "", "HEADING_1"), ...this.#gaps(gaps)] : []),
      this.#heading(l.held ?? "", "HEADING_1"),
      ...(stops.length > 0 ? [this.#stops(stops)] : [this.#text(l.visitEmpty ?? "")]),
      this.#heading(l.people ?? "", "HEADING_1"),
      ...(members.length > 0 ? [this.#members(members)] : [this.#text(l.peopleNone ?? "")]),
    ];
  }

  footer() {
    const { Footer, Paragraph, TextRun, PageNumber, TabStopType } = this.#docx;
    return new Footer({
      children: [
        new Paragraph({
          tabStops: [{ type: TabStopType.RIGHT, position: 9_800 }],
          children: [
            new TextRun({ text: `${this.#data.head.edition}\t`, size: 16, color: quiet }),
            new TextRun({ children: [PageNumber.CURRENT, " / ", PageNumber.TOTAL_PAGES], size: 16, color: quiet }),
          ],
        }),
      ],
    });
  }

  #promises(promises: PaperPromise[]): DocxTable {
    const { labels: l } = this.#data;
    const heads = [l.what, l.parties, `${l.ownerCn} / ${l.ownerRu}`, l.next, l.due];
    return this.#table(
      [26, 22, 20, 18, 14],
      heads.map((head) => head ?? ""),
      promises.map((promise) => [
        [
          this.#line([this.#run(promise.what, { bold: true })]),
          this.#text(`${promise.kind} · ${promise.stage}${promise.isWorking ? ` · ${l.working}` : ""}`, {
            color: quiet,
          }),
        ],
        [...promise.parties, ...(promise.partiesNote ? [promise.partiesNote] : [])].map((party) =>
          this.#line([this.#run(party)]),
        ),
        [this.#gap(promise.ownerCn), this.#gap(promise.ownerRu)],
        [this.#gap(promise.next)],
        [this.#gap(promise.due, promise.due.isLate)],
      ]),
    );
  }

  #gaps(gaps: ReportData["gaps"]): DocxParagraph[] {
    const { Paragraph, TextRun } = this.#docx;
    if (gaps.length === 0) return [this.#text(this.#data.labels.gapsNone ?? "")];
    return gaps.map(
      ({ what, missing }) =>
        new Paragraph({
          bullet: { level: 0 },
          children: [new TextRun({ text: `${what} ` }), new TextRun({ text: missing, color: alarm })],
        }),
    );
  }

  #stops(stops: StopLine[]): DocxTable {
    const { labels: l } = this.#data;
    return this.#table(
      [16, 22, 40, 22],
      ["", l.time ?? "", l.stop ?? "", l.where ?? ""],
      stops.map(({ day, time, beijing, title, where, isCancelled }) => [
        [this.#text(day)],
        [this.#text(time), ...(beijing ? [this.#text(`${l.beijing} ${beijing}`, { color: quiet })] : [])],
        [
          this.#line([this.#run(title, { bold: true })]),
          ...(isCancelled ? [this.#text(l.cancelled ?? "", { color: alarm })] : []),
        ],
        where ? [this.#line([this.#run(where)])] : [],
      ]),
    );
  }

  #members(members: MemberLine[]): DocxTable {
    const { labels: l } = this.#data;
    return this.#table(
      [16, 30, 26, 28],
      null,
      members.map(({ side, names, role, organisation }) => [
        [this.#text((side === "cn" ? l.sideCn : l.sideRu) ?? "", { color: quiet })],
        names.map((name, index) => this.#line([this.#run(name, index === 0 ? { bold: true } : {})])),
        [this.#line([this.#run(role)])],
        organisation ? [this.#line([this.#run(organisation)])] : [],
      ]),
    );
  }

  #gap({ line, isMissing }: Gap, isLate = false): DocxParagraph {
    return this.#line([this.#run(line, isMissing || isLate ? { color: alarm, bold: true } : {})]);
  }

  #heading(text: string, heading: "TITLE" | "HEADING_1"): DocxParagraph {
    const { Paragraph, HeadingLevel } = this.#docx;
    return new Paragraph({ text, heading: HeadingLevel[heading], keepNext: true });
  }

  #text(text: string, style: Style = {}): DocxParagraph {
    const { TextRun } = this.#docx;
    return this.#line([new TextRun({ text, ...style })]);
  }

  #run({ text, lang }: Line, style: Style = {}) {
    const { TextRun } = this.#docx;
    const language = lang === "zh" ? { eastAsia: languages.zh } : { value: languages[lang] };
    return new TextRun({ text, ...style, language });
  }

  #line(children: InstanceType<Docx["TextRun"]>[]): DocxParagraph {
    return new this.#docx.Paragraph({ children, spacing: { after: 60 } });
  }

  #table(widths: number[], heads: string[] | null, rows: DocxParagraph[][][]): DocxTable {
    const { Table, TableCell, TableRow, WidthType, BorderStyle, TableLayoutType } = this.#docx;
    const thin = { style: BorderStyle.SINGLE, size: 4, color: "D3DBE6" };
    const none = { style: BorderStyle.NONE, size: 0, color: "auto" };
    const row = (cells: DocxParagraph[][], isHead: boolean) =>
      new TableRow({
        tableHeader: isHead,
        cantSplit: true,
        children: cells.map(
          (children, index) =>
            new TableCell({
              width: { size: widths[index] ?? 10, type: WidthType.PERCENTAGE },
              margins: { top: 50, bottom: 30, left: 60, right: 60 },
              children: children.length > 0 ? children : [this.#text("")],
            }),
        ),
      });
    return new Table({
      width: { size: 100, type: WidthType.PERCENTAGE },
      layout: TableLayoutType.FIXED,
      columnWidths: widths.map((width) => Math.round((width * 9_800) / 100)),
      borders: { top: thin, bottom: thin, insideHorizontal: thin, left: none, right: none, insideVertical: none },
      rows: [
        ...(heads
          ? [
              row(
                heads.map((head) => [this.#text(head, { color: quiet, size: 17 })]),
                true,
              ),
            ]
          : []),
        ...rows.map((cells) => row(cells, false)),
      ],
    });
  }
}
