import { useId, useState } from "react";
import buttonMeta, {
  Connected,
  NeedsAttention,
  NotConnected,
} from "../../packages/react/src/connect-button/connect-button-view.stories.tsx";
import { ConnectButtonView } from "../../packages/react/src/connect-button/connect-button-view.tsx";
import listMeta from "../../packages/react/src/connections-list/connections-list-view.stories.tsx";
import { ConnectionsListView } from "../../packages/react/src/connections-list/connections-list-view.tsx";
import { storybookTheme } from "../storybook-theme.ts";
import { basicTokens, type Token, type TokenValues, toCss } from "./tokens.ts";

const buttons = [NotConnected, NeedsAttention, Connected];

/** Change a token and see it; copy what was changed. */
export function TokenEditor() {
  const [values, setValues] = useState<TokenValues>({});
  const [isDark, setIsDark] = useState(storybookTheme.base === "dark");
  const style = {
    ...Object.fromEntries(Object.entries(values).map(([name, value]) => [`--ak-${name}`, value])),
    colorScheme: isDark ? "dark" : "light",
    background: "light-dark(#fafaf9, #101012)",
  };
  return (
    <div className="token-editor sb-unstyled">
      <form className="token-fields" onReset={() => setValues({})}>
        {basicTokens.map((token) => (
          <TokenField
            key={token.name}
            token={token}
            value={values[token.name]}
            onChange={(value) => setValues({ ...values, [token.name]: value })}
          />
        ))}
        <label className="token-field">
          <span>Dark</span>
          <input
            type="checkbox"
            checked={isDark}
            onChange={(event) => setIsDark(event.target.checked)}
          />
        </label>
        <button type="reset">Back to the defaults</button>
      </form>
      <div className="token-preview" style={style}>
        <div className="token-buttons">
          {buttons.map(({ args }) => (
            <ConnectButtonView key={args?.state} {...buttonMeta.args} {...args} />
          ))}
        </div>
        <ConnectionsListView {...listMeta.args} headingLevel={3} />
      </div>
      <CopyableCss css={toCss(values)} />
    </div>
  );
}

interface TokenFieldProps {
  token: Token;
  value: string | undefined;
  onChange: (value: string) => void;
}

function TokenField({ token, value, onChange }: TokenFieldProps) {
  const id = useId();
  return (
    <span className="token-field">
      <label htmlFor={id}>
        <code>--ak-{token.name}</code>
      </label>
      {token.kind === "color" ? (
        <input
          id={id}
          type="color"
          value={value ?? token.initial}
          onChange={(event) => onChange(event.target.value)}
        />
      ) : (
        <input
          id={id}
          type="range"
          min={token.least}
          max={token.most}
          step={token.step}
          value={Number.parseFloat(value ?? token.initial)}
          onChange={(event) => onChange(`${event.target.value}px`)}
        />
      )}
      <output htmlFor={id}>{value ?? "default"}</output>
    </span>
  );
}

function CopyableCss({ css }: { css: string }) {
  const [copied, setCopied] = useState<string | null>(null);
  return (
    <div className="token-css">
      <pre>{css}</pre>
      <button
        type="button"
        onClick={() => navigator.clipboard.writeText(css).then(() => setCopied(css))}
      >
        Copy
      </button>
      <span role="status">{copied === css ? "Copied." : ""}</span>
    </div>
  );
}
