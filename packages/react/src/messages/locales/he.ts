import { createFailureMessages } from "../create-failure-messages.ts";
import type { Language } from "../messages.ts";
import { plurals } from "../plurals.ts";

const count = plurals("he");
const integrations = (number: number) =>
  count(number, { one: "שילוב אחד", two: "שני שילובים", other: "# שילובים" });
const connected = (number: number) =>
  number === 1 ? "מחובר" : count(number, { two: "שניים מחוברים", other: "# מחוברים" });
const asOf = (time: string | null) =>
  `${time === null ? "" : `נכון לשעה ${time}. `}לא ניתן היה לקרוא את הרשימה העדכנית.`;
const nothing = "שום דבר לא חובר.";

/** Hebrew. */
export const he: Language = {
  session: {
    title: (name) => (name ? `חיבור ${name}` : "חיבור חשבון"),
    reconnectTitle: (name) => `חיבור מחדש של ${name}`,
    close: "סגירה",
    tryAgain: "ניסיון נוסף",
    startAgain: "התחלה מחדש",
    reference: "מספר פנייה",
    frameTitle: (name) => (name ? `כניסה אל ${name}` : "בחירת חשבון לחיבור"),
    willAskTo: ["תתבקש הרשאה לפעולות אלה: ", ""],
    otherPermissions: (number) =>
      count(number, { one: "הרשאה אחת נוספת", two: "שתי הרשאות נוספות", other: "# הרשאות נוספות" }),
    opening: (name) => (name ? `פתיחת ${name}…` : "פתיחה…"),
    openingHint: (name) =>
      name ? `הצעד הבא: כניסה אל ${name} ובחירה מה לשתף.` : "הצעד הבא: בחירת חשבון וכניסה אליו.",
    stillOpening: (name) => ({
      title: name ? `עדיין פותחים את ${name}…` : "עדיין פותחים…",
      text: "זה לוקח יותר זמן מהרגיל. אפשר להמתין, או לסגור ולנסות מאוחר יותר.",
    }),
    ready: (name) => (name ? `דף הכניסה של ${name} מוכן.` : "רשימת החשבונות מוכנה."),
    expired: {
      title: "תוקף הכניסה פג",
      text: `לביטחונך היא תקפה עשר דקות בלבד. ${nothing}`,
    },
    saving: (name) => ({
      title: name ? `שמירת חשבון ${name}…` : "שמירת החשבון…",
      text: "כמעט סיימנו. כדאי להשאיר את החלון פתוח עוד רגע.",
    }),
    notSaved: (name) => ({
      title: name ? `לא ניתן היה לשמור את חשבון ${name}` : "לא ניתן היה לשמור את החשבון",
      text: "הכניסה הצליחה ולא אבדה. ניסיון נוסף יוסיף את החשבון לרשימה.",
    }),
    connected: (account) => ({
      title: `החשבון ${account} מחובר`,
      text: "הוא נמצא בחשבונות המחוברים. שם אפשר לשנות את שמו או לנתק אותו.",
    }),
    connectedStatus: (account) => `החשבון ${account} מחובר.`,
    failure: createFailureMessages({
      blocked: ({ host }) => ({
        title: "דף הכניסה לא נטען",
        text: `ייתכן שחוסם פרסומות או הרשת עוצרים את ${host || "הדף"}. יש לאפשר אותו ולנסות שוב. ${nothing}`,
      }),
      offline: () => ({
        title: "אין חיבור לאינטרנט",
        text: `${nothing} זה ימשיך מעצמו כשהחיבור יחזור.`,
      }),
      network: () => ({
        title: "לא ניתן היה להגיע לשרת",
        text: `${nothing} יש לבדוק את החיבור ולנסות שוב.`,
      }),
      timeout: () => ({
        title: "זה לקח יותר מדי זמן",
        text: `השרת לא ענה בזמן. ${nothing} יש לנסות שוב.`,
      }),
      signedOut: ({ name }) => ({
        title: "ההתחברות שלך הסתיימה",
        text: `${nothing} יש להיכנס שוב ואז לחבר את ${name ?? "החשבון"}.`,
      }),
      forbidden: ({ name, reason }) => ({
        title: `אין לך אפשרות לחבר את ${name ?? "החשבון הזה"}`,
        text: reason ?? `התפקיד שלך לא כולל זאת. ${nothing} אפשר לפנות למנהל.`,
      }),
      notEnabled: ({ name }) => ({
        title: `${name ?? "השילוב הזה"} לא זמין`,
        text: `הוא לא מופעל כאן. ${nothing} אפשר לבקש ממנהל להפעיל אותו.`,
      }),
      rateLimited: ({ seconds }) => ({
        title: "יותר מדי ניסיונות",
        text: `${nothing} ${
          seconds === null
            ? "יש להמתין רגע ולנסות שוב."
            : seconds === 0
              ? "אפשר לנסות שוב עכשיו."
              : count(seconds, {
                  one: "אפשר לנסות שוב בעוד שנייה.",
                  two: "אפשר לנסות שוב בעוד שתי שניות.",
                  other: "אפשר לנסות שוב בעוד # שניות.",
                })
        }`,
      }),
      quota: () => ({
        title: "החיבור מושהה",
        text: `מכסת שירות החיבור נוצלה. ${nothing} כדאי ליידע מנהל.`,
      }),
      misconfigured: () => ({
        title: "החיבור עדיין לא הוגדר",
        text: `הגדרת החיבורים של המוצר הזה לא הושלמה. ${nothing} כדאי ליידע מנהל.`,
      }),
      disconnected: () => ({
        title: "החשבון הזה כבר אינו מחובר",
        text: "הוא נותק בינתיים. אפשר לחבר אותו כחשבון חדש.",
      }),
      ended: () => ({
        title: "הכניסה הזו הסתיימה",
        text: `${nothing} יש להתחיל מחדש.`,
      }),
      declined: ({ name, reason }) => ({
        title: name ? `${name} לא חובר` : "החשבון לא חובר",
        text: reason ?? "יש לנסות שוב.",
      }),
      internal: () => ({
        title: "משהו השתבש אצלנו",
        text: `${nothing} אפשר לנסות שוב בעוד רגע.`,
      }),
    }),
  },
  connection: {
    state: {
      operational: "מחובר",
      degraded: "מנסים שוב",
      failed: "דרושה פעולה",
      gone: "כבר לא מחובר",
      unknown: "מצב לא ידוע",
    },
    detail: (state, name) =>
      ({
        operational: "",
        degraded: `${name} לא עונה. אין מה לעשות כרגע.`,
        failed: `ב‑${name} נדרשת כניסה מחדש.`,
        gone: "הגישה הוסרה מחוץ ליישום הזה.",
        unknown: "לא ניתן לבדוק כרגע.",
      })[state],
    test: "בדיקה",
  },
  button: {
    connect: (name) => `חיבור ${name}`,
    connecting: "מתחבר…",
    saving: "שומר…",
    connected,
    reconnect: (name) => `חיבור מחדש של ${name}`,
    tryAgain: "ניסיון נוסף",
    tryConnectingAgain: (name) => `ניסיון נוסף לחבר את ${name}`,
    accounts: (number, name) =>
      count(number, {
        one: `חשבון ${name} אחד`,
        two: `שני חשבונות ${name}`,
        other: `# חשבונות ${name}`,
      }),
    addAnother: "הוספת חשבון נוסף",
    reconnectItem: "חיבור מחדש",
    disconnectItem: "ניתוק…",
    back: "כל החשבונות",
  },
  list: {
    title: "חשבונות מחוברים",
    refresh: "רענון",
    needAttention: (number) =>
      count(number, {
        one: "באחד דרושה פעולה",
        two: "בשניים דרושה פעולה",
        other: "ב‑# דרושה פעולה",
      }),
    reconnect: "חיבור מחדש",
    reconnectAccount: (account) => `חיבור מחדש: ${account}`,
    options: (account) => `אפשרויות עבור ${account}`,
    rename: "שינוי שם",
    addAnother: (name) => `הוספת חשבון ${name} נוסף`,
    disconnect: "ניתוק",
    disconnectItem: "ניתוק…",
    removeItem: "הסרה…",
    nameLabel: (account) => `השם של ${account}`,
    save: "שמירה",
    cancel: "ביטול",
    added: (date) => `נוסף: ${date}`,
    addedBy: (date) => ["נוסף על ידי ", date === null ? "" : `, ${date}`],
    lastUsed: (date) => `שימוש אחרון: ${date}`,
    loading: "טעינת החשבונות…",
    empty: {
      title: "אין עדיין חשבונות מחוברים",
      text: "אפשר לחבר את Gmail, את Slack או כלי אחר, והוא יופיע כאן.",
    },
    browse: "עיון בשילובים",
    error: {
      title: "החשבונות לא נטענו",
      text: "הם בטוחים. רק את הרשימה הזו לא ניתן היה לקרוא.",
    },
    tryAgain: "ניסיון נוסף",
    reference: "מספר פנייה",
    stale: asOf,
    offline: "אין חיבור לאינטרנט. הרשימה הזו מקודם.",
    disconnectQuestion: ["לנתק את ", "?"],
    disconnectWarning: (name) =>
      `כל מה שמשתמש כאן בחשבון ${name} הזה ייעצר מיד. אפשר לחבר אותו שוב בכל עת.`,
    keep: "להשאיר מחובר",
    disconnecting: "מנתק…",
    disconnected: ["החשבון ", " נותק"],
    disconnectedStatus: (account) => `החשבון ${account} נותק.`,
    connectAgain: "חיבור שוב",
    connectAgainAccount: (account) => `חיבור שוב: ${account}`,
    dismissAccount: (account) => `הסתרה: ${account}`,
    notDisconnected: (name) => ({
      title: "לא ניתן היה לנתק",
      text: `${name} לא ענה. החשבון עדיין מחובר.`,
    }),
    notRenamed: { title: "לא ניתן היה לשנות את השם", text: "השם הקודם חזר. אפשר לנסות שוב." },
    renamedStatus: (account) => `השם שונה ל‑${account}.`,
    accessLabel: "שימוש מותר",
    accessLevel: { full: "הכול", read: "קריאה בלבד", off: "ללא" },
    accessFact: { read: "מותר לקרוא, אסור לשנות", off: "אסור להשתמש" },
    accessNotChanged: { title: "לא ניתן היה לשנות", text: "ההגדרה הקודמת חזרה. אפשר לנסות שוב." },
    accessStatus: (account, access) =>
      ({
        full: `אפשר להשתמש ב‑${account} לכל דבר.`,
        read: `אפשר לקרוא את ${account}, אבל לא לשנות.`,
        off: `אי אפשר להשתמש ב‑${account}.`,
      })[access],
  },
  gallery: {
    title: "הוספת שילוב",
    searchLabel: "חיפוש שילובים",
    search: (number) => (number === 0 ? "חיפוש שילובים" : `חיפוש בתוך ${integrations(number)}`),
    searchWords: {
      דואר: "email",
      מייל: "email",
      הודעות: "chat",
      יומן: "calendar",
      לוח: "calendar",
      פגישות: "meetings",
      תורים: "scheduling",
      גיליון: "spreadsheet",
      טבלה: "spreadsheet",
      טבלאות: "spreadsheet",
      קבצים: "files",
      אחסון: "files",
      נתונים: "database",
      משימות: "tasks",
      פתקים: "notes",
      הערות: "notes",
      מסמכים: "documents",
      תשלומים: "payments",
      חשבוניות: "billing",
      חשבונאות: "accounting",
      תמיכה: "support",
      לקוחות: "crm",
      ניוזלטר: "newsletter",
      קוד: "code",
      חנות: "shop",
      טלפון: "phone",
      וידאו: "video",
    },
    clearSearch: "ניקוי החיפוש",
    allCategories: "כל הקטגוריות",
    otherCategory: "אחר",
    filterByCategory: "סינון לפי קטגוריה",
    findCategory: "חיפוש קטגוריה",
    noCategory: (search) => `אין קטגוריה בשם „${search}”`,
    featured: "מומלצים",
    recent: "חוברו לאחרונה",
    more: "שילובים נוספים",
    results: (number, category) =>
      category === null ? integrations(number) : `${integrations(number)} בקטגוריה ${category}`,
    resultsStatus: (number) =>
      number === 0
        ? "לא נמצאו שילובים."
        : count(number, {
            one: "נמצא שילוב אחד.",
            two: "נמצאו שני שילובים.",
            other: "נמצאו # שילובים.",
          }),
    showAll: "הצגת הכול",
    connect: "חיבור",
    connectPlatform: (name) => `חיבור ${name}`,
    addAnother: "הוספת חשבון",
    addAnotherPlatform: (name) => `הוספת חשבון ${name} נוסף`,
    reconnect: "חיבור מחדש",
    reconnectPlatform: (name) => `חיבור מחדש של ${name}`,
    tryAgain: "ניסיון נוסף",
    tryConnectingAgain: (name) => `ניסיון נוסף לחבר את ${name}`,
    connected,
    needsAttention: "דרושה פעולה",
    notConnected: "לא מחובר",
    unavailable: "לא זמין",
    showMore: (number) => count(number, { one: "הצגת עוד אחד", other: "הצגת עוד #" }),
    showEarlier: (number) => count(number, { one: "הצגת הקודם", other: "הצגת # קודמים" }),
    shown: (shown, total) => `מוצגים ${shown} מתוך ${total}`,
    loading: "טעינת השילובים…",
    noMatch: (search) => `אין שום דבר בשם „${search}”`,
    noMatchInCategory: (search, category) => `אין שום דבר בשם „${search}” בקטגוריה ${category}`,
    didYouMean: ["אולי הכוונה אל ", "?"],
    noMatchHint: "כדאי לבדוק את הכתיב, או לחפש משהו אחר.",
    clear: "ניקוי החיפוש",
    empty: {
      title: "אין עדיין שילובים זמינים",
      text: "מי שמנהל את היישום הזה צריך להפעיל אותם קודם.",
    },
    error: {
      title: "השילובים לא נטענו",
      text: "החשבונות שכבר חוברו לא מושפעים.",
    },
    reference: "מספר פנייה",
    stale: asOf,
    refresh: "רענון",
    offline: "אין חיבור לאינטרנט. אפשר יהיה לחבר כשהחיבור יחזור.",
  },
  attention: {
    accounts: (number) =>
      count(number, {
        one: "חשבון אחד זקוק לטיפולך",
        two: "שני חשבונות זקוקים לטיפולך",
        other: "# חשבונות זקוקים לטיפולך",
      }),
    signIn: ["בחשבון ", " נדרשת כניסה מחדש"],
    gone: ["החשבון ", " כבר לא מחובר"],
    dismiss: "הסתרה",
  },
  checklist: {
    title: "חיבור החשבונות שלך",
    progress: (done, total) => `${done} מתוך ${total} מחוברים`,
    optional: "לא חובה",
    complete: "כל מה שנדרש מחובר",
  },
  connectRequest: {
    title: (reason, name) =>
      ({
        missing: `יש לחבר את ${name} כדי להמשיך`,
        broken: `יש לחבר מחדש את ${name} כדי להמשיך`,
        choose: `יש לבחור חשבון ${name} כדי להמשיך`,
      })[reason],
    accounts: (name) => `חשבונות ${name}`,
    useAccount: "שימוש בחשבון הזה",
    connectAnother: "חיבור חשבון אחר",
    notNow: "לא עכשיו",
    loading: "בדיקת החשבונות…",
    waiting: (name) => `החיבור של ${name} מתבצע עבור בקשה אחרת. בסיומו הבקשה הזו תמשיך אוטומטית.`,
    refused: {
      title: "אי אפשר להשתמש בחשבון הזה כאן",
      text: "ייתכן שחסרה לו הגישה הדרושה. אפשר להשתמש בחשבון אחר.",
    },
    notAnswered: "התשובה שלך לא נשמרה. אפשר לנסות שוב בעוד רגע.",
    notContinued: "התוצאה עדיין לא הגיעה. אפשר לנסות שוב בעוד רגע.",
    declined: "לא עכשיו",
    unavailable: "כבר לא זמין",
    continuing: (account) => `ממשיכים עם ${account}.`,
  },
  reconnectLink: {
    question: ["לחבר מחדש את ", "?"],
    notNow: "לא עכשיו",
    mended: ["החשבון ", " פועל שוב. אין מה לעשות."],
    unknown: "החשבון שבקישור הזה אינו בין החשבונות שלך. הוא נותק, או שנכנסת כמשתמש אחר.",
  },
};
