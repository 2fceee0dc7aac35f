/** Outlines on a 24 by 24 grid, drawn with the colour of the text around them. */
const SHAPES = {
  job: 'M4 8h16v11H4zM9 8V5h6v3M4 13h16M12 12v2',
  clause: 'M3 18h18M5 18v-2a7 7 0 0 1 14 0v2M9.5 9.6V5h5v4.6M12 5v5',
  seasonal:
    'M12 7c0-2 1-4 3.5-4.5M9 10a2 2 0 1 0 0 .1M15 10a2 2 0 1 0 0 .1M12 14.5a2 2 0 1 0 0 .1M6 14.5a2 2 0 1 0 0 .1M18 14.5a2 2 0 1 0 0 .1M9 19a2 2 0 1 0 0 .1M15 19a2 2 0 1 0 0 .1',
  volunteering: 'M12 20.5S3.5 15.4 3.5 9.3A4.6 4.6 0 0 1 12 7a4.6 4.6 0 0 1 8.5 2.3c0 6.1-8.5 11.2-8.5 11.2Z',
  place: 'M12 21s7-6.2 7-11.5a7 7 0 0 0-14 0C5 14.8 12 21 12 21ZM12 12a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5Z',
  phone:
    'M6.2 3.5h3l1.5 4.2-2 1.6a12 12 0 0 0 5.9 5.9l1.6-2 4.3 1.5v3c0 1.3-1 2.3-2.3 2.2A16.2 16.2 0 0 1 4 5.8c0-1.3 1-2.3 2.2-2.3Z',
  mail: 'M3.5 6h17v12.5h-17zM4 6.5l8 6.5 8-6.5',
  search: 'M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13ZM15.5 15.5 21 21',
  map: 'M9 4 3.5 6v14L9 18l6 2 5.5-2V4L15 6 9 4ZM9 4v14M15 6v14',
  list: 'M8.5 6H21M8.5 12H21M8.5 18H21M3.5 6h1M3.5 12h1M3.5 18h1',
  check: 'm4.5 12.5 5 5 10-11',
  cross: 'm6 6 12 12M18 6 6 18',
  minus: 'M6 12h12',
  alert: 'M12 3.5 2.5 20h19L12 3.5ZM12 10v4.5M12 17v.5',
  info: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM12 11v5.5M12 7.5V8',
  calendar: 'M4 6h16v14H4zM4 10.5h16M8 3.5V7M16 3.5V7',
  clock: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM12 7v5.5l3.5 2',
  person: 'M12 11.5a4 4 0 1 0 0-8 4 4 0 0 0 0 8ZM4.5 20.5a7.5 7.5 0 0 1 15 0',
  people:
    'M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7ZM2.5 20a6.5 6.5 0 0 1 13 0M16 4.5a3.5 3.5 0 0 1 0 6.5M18 14a6.5 6.5 0 0 1 3.5 6',
  back: 'M10.5 5.5 4 12l6.5 6.5M4.5 12H20',
  next: 'M13.5 5.5 20 12l-6.5 6.5M19.5 12H4',
  undo: 'M8.5 5 4 9.5 8.5 14M4.5 9.5H14a5.5 5.5 0 0 1 0 11h-4',
  key: 'M8 16.5a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9ZM12.5 12H21M17.5 12v3.5',
  lock: 'M5.5 11h13v9.5h-13zM8.5 11V8a3.5 3.5 0 0 1 7 0v3',
  bus: 'M5 4.5h14v13H5zM5 11.5h14M8 17.5V20M16 17.5V20M8 14.5h.5M15.5 14.5h.5',
  foot: 'M13 5.5a1.5 1.5 0 1 0 0-3 1.5 1.5 0 0 0 0 3ZM9.5 21l2-6.5M14.5 21l-1-5-3-3 1-5-3.5 2v3.5M11.5 8l2.5 3 3 1',
  bicycle:
    'M6 18.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7ZM18 18.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7ZM6 15l3.5-6h5L18 15M9.5 9l3 6h-6.5M8 6.5h2.5M14.5 9 13.5 6H16',
  moped:
    'M5.5 19a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5ZM18.5 19a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5ZM8 16.5h5l2-5-1.5-6H11M3 11.5h6l2.5 5M15 11.5l1.5 2.5',
  car: 'M3.5 16.5v-4l2-5.5h13l2 5.5v4zM4 12.5h16M6 16.5V19M18 16.5V19M7 14.5h.5M16.5 14.5h.5',
  sound: 'M4 9.5v5h3.5L12 19V5L7.5 9.5zM15.5 9a4.5 4.5 0 0 1 0 6M18 6.5a8 8 0 0 1 0 11',
  speech: 'M4 5h16v11h-9l-4.5 4v-4H4zM8 9.5h8M8 12.5h5',
  home: 'M3.5 11.5 12 4l8.5 7.5M6 9.5V20h12V9.5',
} as const

export type IconName = keyof typeof SHAPES

export const ICON_NAMES = Object.keys(SHAPES) as IconName[]

/** The outline of an icon as SVG path data, for drawing outside a page. */
export const iconPath = (name: IconName): string => SHAPES[name]

/** Decoration beside a word: hidden from screen readers. `size` is in pixels. */
export function Icon({ name, size = 20 }: { name: IconName; size?: number }) {
  return (
    <svg
      aria-hidden="true"
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      <path d={SHAPES[name]} />
    </svg>
  )
}
