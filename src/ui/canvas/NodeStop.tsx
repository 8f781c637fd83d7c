import { useText } from '#ui/i18n/useText';
import { useView } from '#ui/store/viewStore';
import styles from './NodeStop.module.css';

interface Props {
  readonly id: string;
  readonly name: string;
  readonly isOn: boolean;
  /** Seen from afar: drawn large. */
  readonly isSmall: boolean;
}

/** A sign at the corner of a node at which the run stops; it opens the list of breakpoints. */
export function NodeStop({ id, name, isOn, isSmall }: Props) {
  const t = useText();
  const said = t(isOn ? 'stops.mark' : 'stops.markOff', { name });
  const open = () => {
    useView.getState().select({ nodes: [id] });
    useView.getState().showBottom('stops');
  };
  return (
    // A press here means the sign, not the node below it.
    <button
      type="button"
      className={`${styles['sign'] ?? ''} nodrag nopan`}
      data-off={!isOn || undefined}
      data-small={isSmall || undefined}
      aria-label={said}
      title={said}
      onClick={open}
    />
  );
}
