import { answerPublicFile } from "@/lib/programme/papers/public-answer";

type Context = { params: Promise<{ locale: string; region: string; visit: string }> };

export const dynamic = "force-dynamic";

export function GET(_request: Request, { params }: Context): Promise<Response> {
  return answerPublicFile(params, "programme.pdf");
}
