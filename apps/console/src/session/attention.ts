import { inQuietHours } from '../notifications/quiet-hours.js';
import { getNotifications } from '../notifications/queries.js';
import { isLooking } from './use-looking.js';
import { t } from '../language/t.js';

let audio: AudioContext | undefined;

/** Two soft rising notes. Browsers allow sound only after the first click or key press; before that it stays silent. */
export function chime(): void {
  audio ??= new AudioContext();
  if (audio.state === 'suspended') void audio.resume();
  for (const [index, frequency] of [660, 880].entries()) {
    const start = audio.currentTime + index * 0.14;
    const tone = audio.createOscillator();
    const volume = audio.createGain();
    tone.frequency.value = frequency;
    volume.gain.setValueAtTime(0, start);
    volume.gain.linearRampToValueAtTime(0.12, start + 0.02);
    volume.gain.exponentialRampToValueAtTime(0.001, start + 0.4);
    tone.connect(volume).connect(audio.destination);
    tone.start(start);
    tone.stop(start + 0.42);
  }
}

/** Sounds, and pops up beyond the browser for somebody who looks elsewhere: as the agent wants it, and not in quiet hours. */
export function callFor(what: 'offers' | 'replies' | 'mentions', title: string, body: string, tag: string): void {
  const { [what]: channels, quietHours } = getNotifications();
  if (inQuietHours(quietHours, new Date())) return;
  if (channels.sound) chime();
  if (!channels.desktop || isLooking() || !(t('Notification') in window) || Notification.permission !== 'granted')
    return;
  const notification = new Notification(title, { body, tag });
  notification.onclick = () => {
    window.focus();
    notification.close();
  };
}

/** True if the browser will show them. */
export async function askForNotifications(): Promise<boolean> {
  return t('Notification') in window && (await Notification.requestPermission()) === 'granted';
}
