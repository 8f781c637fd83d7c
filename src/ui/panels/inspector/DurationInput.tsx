import { useText } from '#ui/i18n/useText';
import { durationStep, durationText, parseDuration } from './durationText';
import { inBounds } from './readNumber';
import { ScrubInput, type ScrubInputProps } from './ScrubInput';

type Props = Omit<ScrubInputProps, 'format' | 'read' | 'stepOf' | 'unit'>;

/** A duration in milliseconds, typed with any unit. */
export function DurationInput(props: Props) {
  const t = useText();
  return (
    <ScrubInput
      {...props}
      stepOf={durationStep}
      format={durationText}
      read={(text) => {
        const ms = parseDuration(text);
        return ms === null ? { problem: t('fields.duration.wrong') } : inBounds(t, ms, props, durationText);
      }}
    />
  );
}
