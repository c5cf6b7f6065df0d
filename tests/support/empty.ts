// What "server-only" is in tests: nothing. It would throw outside of the compiler of Next.
export {};
