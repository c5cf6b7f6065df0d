import type { Clash, PlannedMeeting, SlotWish } from "@/lib/programme/meeting/types";

type Timed = PlannedMeeting & { startsAt: Date; endsAt: Date };

function isTimed(meeting: PlannedMeeting): meeting is Timed {
  return meeting.startsAt !== null && meeting.endsAt !== null && meeting.startsAt < meeting.endsAt;
}

/** Two rooms are one where only case and spaces differ. */
export function sameRoom(room: string): string {
  return room.normalize("NFKC").replace(/\s+/g, " ").trim().toLowerCase();
}

/** What can be in one place only. */
const singles = [
  ["room", ({ room }: PlannedMeeting) => (room && sameRoom(room)) || null],
  ["interpreter", ({ interpreterId }: PlannedMeeting) => interpreterId],
  ["participant", ({ participantId }: PlannedMeeting) => participantId],
] as const;

/**
 * All that stands in the way of holding these meetings. One that ends when the next begins is in nobody's way; an instant
 * knows no midnight.
 *
 * @returns a clash of two is told of both, in the order of the meetings
 */
export function findClashes(meetings: readonly PlannedMeeting[]): Clash[] {
  const timed = meetings.filter(isTimed);
  const pairs: Clash[] = singles.flatMap(([kind, keyOf]) => {
    const groups = new Map<string, Timed[]>();
    for (const one of timed) {
      const key = keyOf(one);
      if (key !== null) groups.set(key, [...(groups.get(key) ?? []), one]);
    }
    return [...groups.values()].flatMap((group) => {
      const inOrder = [...group].sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime());
      return inOrder.flatMap((one, index) =>
        inOrder
          .slice(index + 1)
          .filter((other) => other.startsAt < one.endsAt)
          .flatMap((other): Clash[] => [
            { kind, id: one.id, otherId: other.id },
            { kind, id: other.id, otherId: one.id },
          ]),
      );
    });
  });
  const own = meetings.flatMap(({ id, startsAt, endsAt, stop }): Clash[] => {
    if (startsAt && endsAt && endsAt <= startsAt) return [{ kind: "order", id, otherId: null }];
    const isEarly = stop !== null && startsAt !== null && startsAt < stop.startsAt;
    const isLate = stop !== null && endsAt !== null && endsAt > stop.endsAt;
    return isEarly || isLate ? [{ kind: "stop", id, otherId: null }] : [];
  });
  const order = new Map(meetings.map(({ id }, index) => [id, index]));
  return [...pairs, ...own].sort((a, b) => (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0));
}

export type ProposedMeeting = {
  participantId: string;
  organisationId: string;
  room: string;
  interpreterId: string | null;
  startsAt: Date;
  endsAt: Date;
};

const mostSlots = 500;

/**
 * Puts pairs into slots and rooms, the first that is free for both, one after the other. Neither a guest nor a company sits
 * in two talks at once, and nothing is put where something is planned already.
 *
 * @param planned  meetings that there are
 * @returns        `left`: pairs for which there was no place
 */
export function proposeMeetings(
  { from, to, minutes, rooms, pairs, interpreterIds }: SlotWish,
  planned: readonly PlannedMeeting[],
): { meetings: ProposedMeeting[]; left: SlotWish["pairs"] } {
  const step = minutes * 60_000;
  const count = step > 0 ? Math.min(mostSlots, Math.floor((to.getTime() - from.getTime()) / step)) : 0;
  const slots = Array.from({ length: Math.max(0, count) }, (_, index) => new Date(from.getTime() + index * step));
  const busy = planned.filter(isTimed).map((one) => ({ ...one, keys: keysOf(one) }));
  const meetings: ProposedMeeting[] = [];
  const left: SlotWish["pairs"][number][] = [];
  for (const pair of pairs) {
    const found = firstFree(pair);
    if (!found) {
      left.push(pair);
      continue;
    }
    meetings.push(found);
    busy.push({ ...found, id: "", stop: null, keys: keysOf(found) });
  }
  return { meetings, left };

  function firstFree(pair: SlotWish["pairs"][number]): ProposedMeeting | null {
    for (const startsAt of slots) {
      const endsAt = new Date(startsAt.getTime() + step);
      const taken = new Set(busy.flatMap((one) => (one.startsAt < endsAt && startsAt < one.endsAt ? one.keys : [])));
      if (taken.has(`p ${pair.participantId}`) || taken.has(`o ${pair.organisationId}`)) continue;
      const room = rooms.find((one) => !taken.has(`r ${sameRoom(one)}`));
      const interpreterId = interpreterIds.find((one) => !taken.has(`i ${one}`)) ?? null;
      if (room === undefined || (interpreterIds.length > 0 && interpreterId === null)) continue;
      return { ...pair, room, interpreterId, startsAt, endsAt };
    }
    return null;
  }
}

function keysOf(one: {
  room: string | null;
  interpreterId: string | null;
  participantId: string | null;
  organisationId: string | null;
}): string[] {
  const { room, interpreterId, participantId, organisationId } = one;
  return [
    ...(room ? [`r ${sameRoom(room)}`] : []),
    ...(interpreterId ? [`i ${interpreterId}`] : []),
    ...(participantId ? [`p ${participantId}`] : []),
    ...(organisationId ? [`o ${organisationId}`] : []),
  ];
}
