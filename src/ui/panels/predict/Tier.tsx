import type { Tier as TierName } from '#engine/analysis/predict/models/StationModel';
import { useText } from '#ui/i18n/useText';
import styles from './predict.module.css';

/** How a figure was found. */
export function Tier({ tier }: { readonly tier: TierName }) {
  const t = useText();
  return (
    <span className={styles['tier']} data-tier={tier} title={t(`predicting.tierHelp.${tier}`)}>
      {t(`predicting.tier.${tier}`)}
    </span>
  );
}
