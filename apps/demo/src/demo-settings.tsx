import { hasEmulator } from "./emulator-control.ts";
import { FaultControls } from "./fault-controls.tsx";
import { type LanguageTag, languages } from "./languages.ts";
import { Select } from "./select.tsx";
import type { Settings } from "./use-settings.ts";

const languageNames = Object.fromEntries(
  Object.entries(languages).map(([tag, { name }]) => [tag, name]),
) as Record<LanguageTag, string>;

/** Settings of the demo, not of Halyard: how the kit looks, and which faults are simulated. */
export function DemoSettings(props: {
  settings: Settings;
  onChange(part: Partial<Settings>): void;
}) {
  const { settings, onChange } = props;
  return (
    <details className="demo-settings">
      <summary>Demo settings</summary>
      <Select
        label="Colour scheme"
        value={settings.scheme}
        options={{ system: "System", light: "Light", dark: "Dark" }}
        onChange={(scheme) => onChange({ scheme })}
      />
      <Select
        label="Theme"
        value={settings.look}
        options={{ neutral: "Neutral", bold: "Bold", dense: "Dense" }}
        onChange={(look) => onChange({ look })}
      />
      <Select
        label="Language of the kit"
        value={settings.language}
        options={languageNames}
        onChange={(language) => onChange({ language })}
      />
      {hasEmulator && <FaultControls />}
    </details>
  );
}
