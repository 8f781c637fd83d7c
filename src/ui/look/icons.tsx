import type { ReactNode } from 'react';

interface IconProps {
  readonly size?: number;
  readonly className?: string | undefined;
}

/** Two rails with a circle and a diamond on them: the bus bar. */
export function Logo({ size = 26, className }: IconProps) {
  return (
    <svg
      width={size}
      height={(size * 22) / 26}
      viewBox="0 0 26 22"
      className={className}
      aria-hidden="true"
      focusable="false"
    >
      <path d="M1 7.5h24M1 14.5h24" stroke="currentColor" strokeWidth="2.6" strokeLinecap="round" />
      <circle cx="8" cy="7.5" r="3.6" fill="var(--ev-1)" />
      <path d="m18 10.4 4.1 4.1-4.1 4.1-4.1-4.1z" fill="var(--ev-2)" />
    </svg>
  );
}

function wide(children: ReactNode) {
  return function WideIcon({ size = 36, className }: IconProps) {
    return (
      <svg
        width={size}
        height={(size * 28) / 36}
        viewBox="0 0 36 28"
        className={className}
        fill="none"
        stroke="currentColor"
        strokeWidth="1.5"
        strokeLinecap="round"
        strokeLinejoin="round"
        aria-hidden="true"
        focusable="false"
      >
        {children}
      </svg>
    );
  };
}

function square(children: ReactNode) {
  return function SquareIcon({ size = 17, className }: IconProps) {
    return (
      <svg
        width={size}
        height={size}
        viewBox="0 0 24 24"
        className={className}
        fill="none"
        stroke="currentColor"
        strokeWidth="1.9"
        strokeLinecap="round"
        strokeLinejoin="round"
        aria-hidden="true"
        focusable="false"
      >
        {children}
      </svg>
    );
  };
}

/** Signs of what one can put on the canvas, 36 × 28: for the palette, lists and the silhouette zoom level. */
export const PublisherSign = wide(<path d="M5 5h20l6 9-6 9H5z" />);
export const TopicSign = wide(
  <>
    <path d="M1 9h34M1 19h34" strokeWidth="3" />
    <circle cx="11" cy="14" r="2.6" fill="currentColor" stroke="none" />
    <circle cx="19" cy="14" r="2.6" fill="currentColor" stroke="none" />
  </>,
);
export const QueueSign = wide(
  <>
    <path d="M1 9h34M1 19h34" strokeWidth="3" />
    <path d="M9 14h15m-4-3 4 3-4 3" />
  </>,
);
export const SyncBusSign = wide(<path d="M3 14h30" strokeWidth="6" />);
export const DeadLettersSign = wide(
  <>
    <rect x="6" y="5" width="24" height="18" rx="4" strokeDasharray="3 2.5" />
    <path d="m15 11 6 6m0-6-6 6" />
  </>,
);
export const HandlerSign = wide(
  <>
    <rect x="6" y="5" width="24" height="18" rx="5" />
    <path d="m19 8-5 7h4l-1 5 5-7h-4z" fill="currentColor" stroke="none" />
  </>,
);
export const ReadModelSign = wide(
  <>
    <rect x="6" y="5" width="24" height="18" rx="5" />
    <ellipse cx="18" cy="10.5" rx="4.5" ry="1.8" />
    <path d="M13.500 10.500v6.500c0 1 2 1.800 4.500 1.800s4.500-.8 4.500-1.800v-6.500" />
  </>,
);
export const StoreSign = wide(
  <>
    <ellipse cx="18" cy="7" rx="10" ry="3.4" />
    <path d="M8 7v13.500c0 1.900 4.500 3.400 10 3.400s10-1.500 10-3.400V7M8 13.700c0 1.900 4.500 3.400 10 3.400s10-1.500 10-3.400" />
  </>,
);
export const NoteSign = wide(
  <>
    <path d="M8 4h20v14l-6 6H8z" />
    <path d="M28 18h-6v6" />
  </>,
);
export const GroupSign = wide(<rect x="5" y="4" width="26" height="20" rx="5" strokeDasharray="1.5 4" />);

/** Small signs inside faces, on a 24 × 24 grid. */
export const PublishIcon = square(
  <>
    <path d="M4 9v6M8 6.500v11M12 4v16" />
    <path d="M16 8a6 6 0 0 1 0 8M19 5.500a10 10 0 0 1 0 13" />
  </>,
);
export const BoltIcon = square(<path d="M13 3 5 13.500h6L10 21l9-11.500h-6.500z" />);
export const CylinderIcon = square(
  <>
    <ellipse cx="12" cy="6" rx="7" ry="3" />
    <path d="M5 6v12c0 1.700 3.100 3 7 3s7-1.300 7-3V6M5 12c0 1.700 3.100 3 7 3s7-1.300 7-3" />
  </>,
);
export const DeadLettersIcon = square(
  <>
    <path d="M4 13h4l1.500 3h5L16 13h4M4 13v6h16v-6l-3-8H7z" />
    <path d="m10 7.500 4 4m0-4-4 4" />
  </>,
);
export const LockIcon = square(
  <>
    <rect x="5" y="11" width="14" height="9" rx="2" />
    <path d="M8 11V8a4 4 0 0 1 8 0v3" />
  </>,
);
export const RetryIcon = square(<path d="M20 11a8 8 0 1 0-2.300 6.300M20 4v7h-7" />);
export const PausedIcon = square(<path d="M9 5v14M15 5v14" />);
export const DownIcon = square(
  <>
    <circle cx="12" cy="12" r="8.500" />
    <path d="m6.500 6.500 11 11" />
  </>,
);
export const HourglassIcon = square(
  <path d="M6 3h12M6 21h12M7 3c0 5 4 6 5 9 1-3 5-4 5-9M7 21c0-5 4-6 5-9 1 3 5 4 5 9" />,
);
