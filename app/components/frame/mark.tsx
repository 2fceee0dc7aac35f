/** Two people who lean on each other and so make a roof. */
export function Mark() {
  return (
    <svg
      aria-hidden="true"
      width="40"
      height="40"
      viewBox="0 0 40 40"
      fill="none"
      stroke="currentColor"
      strokeWidth="5"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      <path d="M5 35 17.4 15.5M35 35 22.6 15.5M12.5 27.5h15" />
      <circle cx="14.2" cy="6.6" r="4.1" fill="currentColor" stroke="none" />
      <circle cx="25.8" cy="6.6" r="4.1" fill="currentColor" stroke="none" />
    </svg>
  )
}
