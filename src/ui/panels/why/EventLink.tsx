import type { Token } from '#engine/model/NodeKind';
import { useText } from '#ui/i18n/useText';
import { unknownSign } from '#ui/look/shapePath';
import { TokenShape } from '#ui/look/TokenShape';
import { useFlowWords } from '#ui/store/useFlowWords';
import { useView } from '#ui/store/viewStore';
import styles from './why.module.css';

/** An event by type and number; it follows the event. */
export function EventLink({ token }: { readonly token: Token }) {
  const t = useText();
  const type = useFlowWords().type(token.type);
  return (
    <button
      type="button"
      className={styles['link']}
      onClick={() => useView.getState().selectEvent(token.number)}
    >
      <TokenShape sign={type ?? unknownSign} size={12} />
      {t('why.event', { type: type?.name ?? '?', number: token.number })}
    </button>
  );
}
