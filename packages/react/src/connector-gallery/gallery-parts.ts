/** What a gallery needs when somebody acts in it: loaded while the page is idle, not with it. */
export { CategoryCombobox } from "./category-combobox.tsx";
export { ClearSearch } from "./clear-search.tsx";
export { getNextCard } from "./grid-navigation.ts";
export { Suggestion } from "./suggestion.tsx";
