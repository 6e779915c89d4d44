import { directionOf, languages } from "../languages.ts";

/** What the toolbar offers is what the kit ships. */
export function LanguageTable() {
  return (
    <table>
      <thead>
        <tr>
          <th>Language</th>
          <th>Tag</th>
          <th>Direction</th>
        </tr>
      </thead>
      <tbody>
        {languages.map(({ value, title }) => (
          <tr key={value}>
            <td lang={value}>{title}</td>
            <td>
              <code>{value}</code>
            </td>
            <td>{directionOf(value) === "rtl" ? "right to left" : "left to right"}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
