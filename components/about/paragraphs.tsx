/** A text of several paragraphs: a line break in the message parts them. */
export function Paragraphs({ text }: { text: string }) {
  return (
    <div className="prose">
      {text.split("\n").map((paragraph) => (
        <p key={paragraph}>{paragraph}</p>
      ))}
    </div>
  );
}
