/** What a gallery needs when somebody acts in it: loaded while the page is idle, not with it. */
export { CategoryList } from "./category-list.tsx";
export { ClearSearch } from "./clear-search.tsx";
export { cardButtonAt } from "./move-in-cards.ts";
export { Suggestion } from "./suggestion.tsx";
