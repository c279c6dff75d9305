import 'emoji-picker-element';
import type { Picker } from 'emoji-picker-element';
import dataSource from 'emoji-picker-element-data/en/emojibase/data.json?url';
import { useEffect, useRef } from 'react';

/** Loaded when it is first opened; its words come from this installation, not from a network of others. */
export default function EmojiPicker({ onPick }: { onPick: (emoji: string) => void }) {
  const frame = useRef<HTMLDivElement>(null);
  const pick = useRef(onPick);
  useEffect(() => {
    pick.current = onPick;
  });
  useEffect(() => {
    const picker = document.createElement('emoji-picker') as Picker;
    picker.dataSource = dataSource;
    picker.className = document.documentElement.dataset.theme ?? 'light';
    picker.addEventListener('emoji-click', ({ detail }) => detail.unicode && pick.current(detail.unicode));
    frame.current?.append(picker);
    return () => picker.remove();
  }, []);
  return <div ref={frame} className="min-h-100 max-w-[92vw]" />;
}
