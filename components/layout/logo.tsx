/** The mark: river bends on a cobalt square. */
export function Logo() {
  return (
    <svg className="logo" viewBox="0 0 34 34" aria-hidden="true">
      <rect width="34" height="34" rx="2" fill="currentColor" />
      <path d="M0 9.5C7 4.5 11 13.5 17 10.5S28 3 34 7M0 15.5C7 10.5 11 19 17 16.5S28 9.5 34 13.5M0 21.5C7 17 11 24.5 17 22.5S28 16 34 20M0 27.5C7 23.5 11 30 17 28.5S28 22.5 34 26.5" />
    </svg>
  );
}
