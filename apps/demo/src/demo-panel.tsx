import { Choice } from "./choice.tsx";
import { hasEmulator } from "./emulator-control.ts";
import { type LanguageTag, languages } from "./languages.ts";
import type { Settings } from "./settings.ts";
import { TroublePanel } from "./trouble-panel.tsx";

const languageNames = Object.fromEntries(
  Object.entries(languages).map(([tag, { name }]) => [tag, name]),
) as Record<LanguageTag, string>;

/** What belongs to the demo and not to Halyard: how the kit shall look, and what shall go wrong. */
export function DemoPanel(props: { settings: Settings; onChange(part: Partial<Settings>): void }) {
  const { settings, onChange } = props;
  return (
    <details className="demo-panel">
      <summary>Demo settings</summary>
      <Choice
        label="Colour scheme"
        value={settings.scheme}
        options={{ system: "System", light: "Light", dark: "Dark" }}
        onChange={(scheme) => onChange({ scheme })}
      />
      <Choice
        label="Theme"
        value={settings.look}
        options={{ neutral: "Neutral", bold: "Bold", dense: "Dense" }}
        onChange={(look) => onChange({ look })}
      />
      <Choice
        label="Language of the kit"
        value={settings.language}
        options={languageNames}
        onChange={(language) => onChange({ language })}
      />
      {hasEmulator && <TroublePanel />}
    </details>
  );
}
