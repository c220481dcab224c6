/** The plain data that passes between the parts of the extension, and between it and the server. */

/** What the server answers; docs/reading.json is an example, and the server's schemas are the description. */
declare namespace Wire {
  interface Capture { html: string; url: string; lang: string }

  interface Entry {
    id: string; title: string | null; company: string | null; employment: string | null;
    workplace: string | null; location: string | null; start: string | null; end: string | null;
    current: boolean; duration: number | null; school: string | null; degree: string | null;
    field: string | null; activities: string | null; grade: string | null; name: string | null;
    issuer: string | null; level: string | null; skills: string[]; blocks: string[];
    basis: Record<string, string>;
  }
  interface Section { kind: string; state: string; basis: string; entries: Entry[] }
  interface Profile {
    page_state: string; shape: string; reason: string; url: string; text_language: string; sections: Section[];
    warnings: { code: string; text: string }[];
  }

  interface Quote { exact: string; prefix: string; suffix: string }
  interface Highlight {
    id: string; signal: string; kind: string; section: string; entry: string; capture: number;
    block: string; start: number; end: number; quote: Quote; context: string;
    direction: string; strength: number; weights: Record<string, number>;
    /** By role; a role that is absent is unclear. */
    directions: Record<string, Direction>;
    /** By role: why it does not count for more. */
    reasons: Record<string, string>;
    note: string;
  }

  interface SkillUses {
    career: Record<string, number>;
    entries: Record<string, Record<string, number>>;
    timeline: { from: string; to: string; use: string; p: number }[];
    main: string[];
  }

  interface FitLine { text: string; weight: number; highlights: string[] }
  interface Fit {
    verdict: string; probability: number; coverage: number; skill: string | null;
    lines: FitLine[]; missing: string[]; questions: string[];
  }

  interface Reading {
    api: string; profile: Profile; highlights: Highlight[]; uses: Record<string, SkillUses>;
    fits: Record<string, Fit>; role: string | null; fit: Fit | null;
  }
  interface Role { id: string; label: string }
  interface Pairing { person: string | null; expires: string | null }
}

/** extension/lib/capture_rules.json. */
interface CaptureRules {
  block_tags: string[]; block_attributes: string[]; block_classes: string[];
  dropped_tags: string[]; dropped_with_attribute: Record<string, string[]>;
  kept_empty: string[]; kept_head: string[]; kept_attributes: string[];
  kept_attribute_prefixes: string[]; address_attributes: string[];
  kept_of_address: string; dropped_of_title: string; hashed_class: string; whitespace: string;
  person_path: string; details_path: string;
  marks_of_main: string[]; left_out: { where: string; elements: string[] }[];
}

/** The rules made quick to ask: which elements are blocks, which do not exist, what is white space. */
interface BlockRule {
  isBlock(element: Element): boolean;
  isDropped(element: Element): boolean;
  hasText: RegExp;
  /** White space that collapses, and what of the rest is to be a space. */
  gaps: RegExp;
  spaces: RegExp;
}

/** Work that pauses often, so that it can be done in slices. */
type Work<T> = Generator<undefined, T, undefined>;

/** Writes an element's start tag as a capture has it. */
type StartTag = (element: Element) => string;

/**
 * A block's collapsed text, and what it was made of: the text nodes (null for a break) with where each starts in
 * all their text, and from which unit on how many units of that are gone.
 */
interface BlockText {
  text: string;
  parts: (Text | null)[];
  starts: number[];
  gaps: { unit: number; gone: number }[];
}

/** Where a highlight stands on the page, or why it stands nowhere. */
interface Placement {
  highlight: Wire.Highlight;
  state: "found" | "missing" | "ambiguous" | "elsewhere";
  range: Range | null;
}

/** In browsers since 2025, and not yet in TypeScript's library. */
interface HighlightRegistry {
  highlightsFromPoint(x: number, y: number): { highlight: Highlight; ranges: AbstractRange[] }[];
}

/** What one highlight says about the role on show. */
type Direction = "for" | "against" | "unclear";

/** The texts of a language: _locales/en/messages.json, say. */
type Messages = Record<string, { message: string }>;
type Say = (name: string, ...values: (string | number)[]) => string;

/** What one person's pages say together, and which of them is the page in front of the user. */
interface Answer {
  reading: Wire.Reading;
  /** The addresses of the pages that were read together. */
  pages: string[];
  /** The index of the present page among them, as `capture` of a highlight names it. */
  capture: number;
  /** Names the person within the browser: the same for all their pages. */
  person: string;
  /** The host of the team's server that read them; empty or absent for this machine. */
  reader?: string;
}

/** What is asked besides the captures. `setAside` are ids of highlights of an earlier reading of the same. */
interface Asked { role: string | null; setAside: string[] }

/** Where the overlay stands on the page. */
interface Place {
  corner: "top-right" | "top-left" | "bottom-right" | "bottom-left";
  collapsed: boolean;
}

/** What `rolelight.start` takes. Nothing in it needs an extension. */
interface StartOptions {
  rules: CaptureRules;
  messages: Messages;
  /** The style sheet of the overlay. */
  style: string;
  /** Sends a capture and answers with the reading; throws an error whose `code` names a failure. */
  getReading(capture: Wire.Capture, asked: Asked): Promise<Answer>;
  /** Gives the roles with their labels. */
  getRoles(): Promise<Wire.Role[]>;
  defaultRole: string | null;
  place: Place;
  /** Remembers where the user has put the overlay. */
  keepPlace?(place: Place): void;
  /** Opens the page where the user pairs the browser; without it no such button is shown. */
  openOptions?(): void;
  /** Hears what the overlay shows, for the toolbar button. */
  report?(state: "reading" | "shown" | "failed" | "closed", detail: string): void;
}

/** What the user does not want to see for now. */
interface Filters { kinds: Set<string>; directions: Set<Direction> }

/** The reading on show: everything that badge, panel and highlights draw from. */
interface Shown {
  reading: Wire.Reading;
  pages: string[];
  capture: number;
  person: string;
  reader?: string;
  roles: Wire.Role[];
  role: string;
  placements: Placement[];
  painted: boolean;
  hidden: Filters;
  /** The ids that the server was asked to leave out, while its answer is awaited. */
  asked?: string[] | null;
}

/** What the user has chosen, which a second reading of the same person leaves as it is. */
interface Choices {
  role: string; painted: boolean; open: boolean; hidden: Filters;
  /** What was set aside, by words that mean the same on a page that is read anew. */
  person: string; aside: Set<string>;
}

/** One line of the balance sheet: the same words in one entry, once; its weight is that of all places. */
interface SheetLine {
  words: string; kind: string; direction: Direction; strength: number; weight: number; note: string;
  reason: string; isAside: boolean; placements: Placement[]; strongest: Placement; state: Placement["state"];
}
interface SheetEntry { id: string; heading: string; period: string; use: string; lines: SheetLine[] }
interface SheetSection {
  kind: string; state: string; entries: SheetEntry[]; counts: Record<Direction, number>;
}

/** What the user does in the panel. */
interface PanelActions {
  jump(line: SheetLine, times: number): void;
  setAside(lines: SheetLine[], isAside: boolean): void;
  hide(filters: Filters): void;
  step(by: 1 | -1): void;
  copy(): void;
  readAgain(): void;
  closePanel(): void;
  tell(placement: Placement, beside: Element): void;
  leave(): void;
  hush(): void;
}

/** One run of the overlay on a page. */
interface Run {
  controller: AbortController;
  /** The page that is read, as `pageNow` names it. */
  page: string;
  waiting: boolean;
  options: StartOptions;
  root: ShadowRoot;
  say: Say;
  /** What the user had chosen in the run before. */
  choices: Choices | null;
  /** Whether the focus was in the overlay when this run took over. */
  hasFocus: boolean;
  /** What on the page had the focus before the overlay. */
  focusBefore: HTMLElement | null;
  view: InstanceType<typeof rolelightView.View> | null;
  /** The capture that is on show, and its blocks on the page. */
  taken: { capture: Wire.Capture; blocks: Map<string, Element> } | null;
}
