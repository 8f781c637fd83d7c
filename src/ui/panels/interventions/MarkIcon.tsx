import {
  Ban,
  Copy,
  Hand,
  HeartPulse,
  Hourglass,
  Pause,
  Play,
  Send,
  Snail,
  Unplug,
  Zap,
  type LucideIcon,
} from 'lucide-react';

/** By verb of an intervention or sort of fault. */
const icons: Readonly<Record<string, LucideIcon>> = {
  publish: Send,
  pause: Pause,
  resume: Play,
  crash: Zap,
  revive: HeartPulse,
  slow: Snail,
  partition: Unplug,
  drop: Ban,
  lose: Ban,
  duplicate: Copy,
  delay: Hourglass,
  pick: Hand,
};

/** The sign of what happens; it always stands beside its words. */
export function MarkIcon({ what, size = 14 }: { readonly what: string; readonly size?: number }) {
  const Icon = icons[what] ?? Hand;
  return <Icon size={size} aria-hidden />;
}
