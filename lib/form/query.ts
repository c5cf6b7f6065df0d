type SearchParams = Promise<Record<string, string | string[] | undefined>>;

/** What a page of the staff area reads of its query. */
export type PageQuery = { said?: string; refused?: string; try?: string; next?: string; name?: string; email?: string };

/** Of a parameter that comes twice the first counts. */
export async function readQuery(searchParams: SearchParams): Promise<PageQuery> {
  const given = await searchParams;
  const names = ["said", "refused", "try", "next", "name", "email"] as const;
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = [given[name]].flat()[0];
      return value ? [[name, value]] : [];
    }),
  );
}
