/** Two neighbouring houses, one with its door open. */
export function Mark() {
  return (
    <svg aria-hidden="true" width="40" height="40" viewBox="0 0 40 40">
      <rect className="mark-ground" width="40" height="40" rx="9" />
      <path className="mark-far" d="M6 31V20.5l7.5-6.8 7.5 6.8V31Z" />
      <path
        className="mark-near"
        strokeWidth="2.5"
        strokeLinejoin="round"
        paintOrder="stroke"
        d="M16 32.2V18.2l9-8.4 9 8.4v14h-6.3v-8.4h-5.4v8.4Z"
      />
    </svg>
  )
}
