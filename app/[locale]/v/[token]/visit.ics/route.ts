import { answerShareFile } from "@/lib/programme/papers/share-answer";

type Context = { params: Promise<{ locale: string; token: string }> };

export function GET(request: Request, { params }: Context): Promise<Response> {
  return answerShareFile(request, params, "visit.ics");
}
