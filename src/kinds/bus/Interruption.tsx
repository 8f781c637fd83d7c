import { useCallback, useContext } from 'react';
import { LanguageContext, useText } from '#ui/i18n/useText';
import type { FaceProps } from '#ui/look/FaceProps';
import { Pill } from '#ui/look/FaceParts';
import { DownIcon, PausedIcon } from '#ui/look/icons';
import { LiveDuration } from '#ui/look/LiveDuration';

/** That a bus is paused or down, and for how long. */
export function Interruption({ frame }: { readonly frame: NonNullable<FaceProps['frame']> }) {
  const t = useText();
  const language = useContext(LanguageContext);
  const isDown = frame.lifecycle === 'down';
  const say = useCallback(
    (time: string) => t(isDown ? 'canvas.downFor' : 'canvas.pausedFor', { time }),
    [t, isDown],
  );
  return (
    <Pill tone={isDown ? 'danger' : 'warn'} icon={isDown ? <DownIcon size={14} /> : <PausedIcon size={14} />}>
      <LiveDuration fromUs={frame.sinceUs} language={language} say={say} />
    </Pill>
  );
}
