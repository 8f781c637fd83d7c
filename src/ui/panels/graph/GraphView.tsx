import { useState, type ReactNode } from 'react';
import { useText } from '#ui/i18n/useText';
import type { AutomatonPicture } from './AutomatonPicture';
import { describePlace } from './describePlace';
import { EnlargeButton } from './EnlargeButton';
import styles from './graph.module.css';
import { GraphCanvas } from './GraphCanvas';
import { GraphDialog } from './GraphDialog';
import { GraphTable } from './GraphTable';
import type { Place } from './walkPicture';

interface Props {
  readonly picture: AutomatonPicture;
  /** What automaton it is, as its accessible name and the title of the large view: "Protocol of Orders". */
  readonly label: string;
  /** Below the drawing: what its signs mean. The usual legend if not given; null for none. */
  readonly legend?: ReactNode;
  /** False when the same is said in a table of your own beside it. */
  readonly hasTable?: boolean;
  /** Chosen place, if you want to show more about it; otherwise the view keeps it for itself. */
  readonly place?: Place | null;
  readonly onPlace?: (place: Place | null) => void;
}

/**
 * Any automaton as a graph, to look at: drawn, walked with the keyboard, described, and as a table. It needs nothing but
 * a picture, lays it out by itself, and is as wide as what it stands in; a button shows it large.
 *
 *     <GraphView picture={picture} label={t('protocol.graph', { name })} />
 */
export function GraphView(props: Props) {
  const { picture, label, legend, hasTable = true } = props;
  const t = useText();
  const [kept, setKept] = useState<Place | null>(null);
  const [isLarge, setLarge] = useState(false);
  const place = props.place === undefined ? kept : props.place;
  const onPlace = props.onPlace ?? setKept;
  const said = place === null ? '' : describePlace(picture, place, t);
  const usual = legend === undefined ? t('graph.legend') : legend;
  const tools = usual === null ? null : <p className={styles['legend']}>{usual}</p>;
  return (
    <div className={styles['graph']}>
      <GraphCanvas
        picture={picture}
        label={label}
        place={place}
        onPlace={onPlace}
        tools={
          <>
            {tools}
            <EnlargeButton onClick={() => setLarge(true)} />
          </>
        }
      />
      <Said text={said} isQuiet={isLarge} />
      {hasTable && (
        <details className={styles['details']}>
          <summary>{t('graph.asTable')}</summary>
          <GraphTable picture={picture} />
        </details>
      )}
      {isLarge && (
        <GraphDialog title={label} onClose={() => setLarge(false)}>
          <GraphCanvas
            isLarge
            picture={picture}
            label={label}
            place={place}
            onPlace={onPlace}
            tools={tools}
          />
          <Said text={said} />
        </GraphDialog>
      )}
    </div>
  );
}

/** What is looked at, in words, for everybody; said aloud when it changes. */
function Said({ text, isQuiet = false }: { readonly text: string; readonly isQuiet?: boolean }) {
  return (
    <p className={text === '' ? styles['hidden'] : styles['said']} aria-live={isQuiet ? 'off' : 'polite'}>
      {text}
    </p>
  );
}
