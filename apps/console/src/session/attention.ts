import { getPreferences } from './preferences.js';

let audio: AudioContext | undefined;

/** Two soft rising notes. Browsers allow sound only after the first click or key press; before that it stays silent. */
export function chime(): void {
  if (!getPreferences().sound) return;
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

/** A desktop notification, when the agent asked for them and looks elsewhere. */
export function notify(title: string, body: string, tag: string): void {
  if (!getPreferences().notifications || !document.hidden || Notification.permission !== 'granted') return;
  const notification = new Notification(title, { body, tag });
  notification.onclick = () => {
    window.focus();
    notification.close();
  };
}

/** True if the browser will show them. */
export async function askForNotifications(): Promise<boolean> {
  return 'Notification' in window && (await Notification.requestPermission()) === 'granted';
}
