/** The language that a text is written in (BCP 47 primary), and whether that is sure enough to act on. Null: too short, or no words. */
export function detectLanguage(_text: string): { language: string; sure: boolean } | null {
  return null;
}
