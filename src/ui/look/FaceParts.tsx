import type { ReactNode } from 'react';
import styles from './FaceParts.module.css';

/** Only two colours besides ink speak of state: someone waits, and something is lost. */
export type Tone = 'ink' | 'warn' | 'danger';

interface CardProps {
  readonly tone?: Tone;
  readonly isSelected: boolean;
  readonly children: ReactNode;
  readonly className?: string | undefined;
}

/** The box of a face. */
export function Card({ tone = 'ink', isSelected, children, className = '' }: CardProps) {
  return (
    <div className={`${styles['card']} ${className}`} data-tone={tone} data-selected={isSelected}>
      {children}
    </div>
  );
}

interface FaceHeaderProps {
  readonly icon?: ReactNode;
  readonly name: string;
  readonly law: string;
  /** Stands on the line of the name. */
  readonly children?: ReactNode;
  /** Stands at the right of both lines. */
  readonly aside?: ReactNode;
  readonly isLarge?: boolean;
}

/** Icon, name and the law that the node follows. */
export function FaceHeader({ icon, name, law, children, aside, isLarge = false }: FaceHeaderProps) {
  return (
    <div className={styles['header']} data-large={isLarge}>
      {icon !== undefined && <span className={styles['tile']}>{icon}</span>}
      <div className={styles['titles']}>
        <div className={styles['nameLine']}>
          <span className={styles['name']} data-part="name">
            {name}
          </span>
          {children}
        </div>
        <div className={styles['law']}>{law}</div>
      </div>
      {aside}
    </div>
  );
}

interface PillProps {
  readonly tone?: Tone;
  readonly icon?: ReactNode;
  readonly children: ReactNode;
}

/** A short statement about the state, with an icon where the state matters. */
export function Pill({ tone = 'ink', icon, children }: PillProps) {
  return (
    <span className={styles['pill']} data-part="state" data-tone={tone}>
      {icon}
      <span>{children}</span>
    </span>
  );
}

interface WorkerSlotsProps {
  readonly total: number;
  readonly busy: number;
  /** Said instead of squares when there are too many to count at a glance. */
  readonly text: string;
}

const slotsAtMost = 6;

/** One square per worker, filled while it is busy. */
export function WorkerSlots({ total, busy, text }: WorkerSlotsProps) {
  if (total > slotsAtMost) return <span className={styles['workerCount']}>{text}</span>;
  return (
    <span className={styles['workers']}>
      {Array.from({ length: total }, (_, index) => (
        <i key={index} className={styles['worker']} data-busy={index < busy} />
      ))}
    </span>
  );
}

interface CompactFaceProps {
  readonly name: string;
  readonly word: string;
  readonly figure: string;
  readonly tone: Tone;
}

/** 40 to 70 %: name, state word and one number, large enough to be read at that size. */
export function CompactFace({ name, word, figure, tone }: CompactFaceProps) {
  return (
    <div className={styles['compact']}>
      <div className={styles['compactName']} data-part="name">
        {name}
      </div>
      <div className={styles['compactLine']}>
        <span data-tone={tone}>{word}</span>
        <b>{figure}</b>
      </div>
    </div>
  );
}

interface SilhouetteFaceProps {
  readonly icon: ReactNode;
  /** 0 to 1: how much of what it can do it is doing. */
  readonly load: number;
}

/** 20 to 40 %: the sign of the kind, and a level for its load. */
export function SilhouetteFace({ icon, load }: SilhouetteFaceProps) {
  return (
    <div className={styles['silhouette']}>
      <span
        className={styles['load']}
        style={{ transform: `scaleY(${Math.min(1, Math.max(0, load)).toFixed(3)})` }}
      />
      {icon}
    </div>
  );
}

interface BlockFaceProps {
  /** A bus: what everything hangs on. */
  readonly isStrong: boolean;
  readonly tone: Tone;
  readonly isSelected: boolean;
}

/** Below 20 %: a block. */
export function BlockFace({ isStrong, tone, isSelected }: BlockFaceProps) {
  return (
    <div className={styles['block']} data-strong={isStrong} data-tone={tone} data-selected={isSelected} />
  );
}
