/** A message as a visitor's screen shows it. */
export interface Line {
  sender: 'contact' | 'bot' | 'agent';
  text: string;
  /** Still on its way. */
  sending: boolean;
}

export interface Screen {
  lines: Line[];
  /** The form that asks for an e-mail address is shown. */
  asksEmail: boolean;
  /** The visitor's last episode is closed, and may be rated. */
  asksRating: boolean;
  closed: boolean;
}

/** A visitor at the chat, in the widget or by its protocol. */
export interface Visitor {
  readonly name: string;
  /** Everything that was written, in its order. */
  readonly said: string[];
  /** How often the e-mail was asked for after it had been left. */
  readonly emailAskedAgain: number;
  /** Of the visitor's session. */
  token(): Promise<string>;
  screen(): Promise<Screen>;
  say(text: string): Promise<void>;
  askForPerson(): Promise<void>;
  leaveEmail(address: string): Promise<void>;
  rate(score: number): Promise<void>;
  /** Closes the page. */
  leave(): Promise<void>;
  /** Opens the chat anew, as the same visitor. */
  comeBack(): Promise<void>;
}
