import { createFailureMessages } from "../create-failure-messages.ts";
import type { Language } from "../messages.ts";
import { plurals } from "../plurals.ts";

const count = plurals("ar");
const integrations = (number: number) =>
  count(number, {
    zero: "لا تكاملات",
    one: "تكامل واحد",
    two: "تكاملان",
    few: "# تكاملات",
    many: "# تكاملاً",
    other: "# تكامل",
  });
const connected = (number: number) =>
  number === 1
    ? "متصل"
    : count(number, {
        two: "حسابان متصلان",
        few: "# حسابات متصلة",
        many: "# حساباً متصلاً",
        other: "# حساب متصل",
      });
const accounts = (number: number) =>
  count(number, {
    one: "حساب واحد",
    two: "حسابان",
    few: "# حسابات",
    many: "# حساباً",
    other: "# حساب",
  });
const asOf = (time: string | null) =>
  `${time === null ? "" : `آخر قراءة ${time}. `}تعذّرت قراءة أحدث قائمة.`;
const nothing = "لم يُربط أي حساب.";

/** Arabic. */
export const ar: Language = {
  session: {
    title: (name) => (name ? `ربط ${name}` : "ربط حساب"),
    reconnectTitle: (name) => `إعادة ربط ${name}`,
    close: "إغلاق",
    tryAgain: "إعادة المحاولة",
    startAgain: "البدء من جديد",
    reference: "المرجع",
    frameTitle: (name) => (name ? `تسجيل الدخول إلى ${name}` : "اختيار حساب للربط"),
    willAskTo: ["سيُطلب الإذن بما يلي: ", ""],
    otherPermissions: (number) =>
      count(number, {
        zero: "# إذن آخر",
        one: "إذن واحد آخر",
        two: "إذنان آخران",
        few: "# أذونات أخرى",
        many: "# إذنًا آخر",
        other: "# إذن آخر",
      }),
    opening: (name) => (name ? `جارٍ فتح ${name}…` : "جارٍ الفتح…"),
    openingHint: (name) =>
      name ? `ستسجّل الدخول إلى ${name} وتختار ما تشاركه.` : "ستختار حساباً وتسجّل الدخول إليه.",
    stillOpening: (name) => ({
      title: name ? `ما زال فتح ${name} جارياً…` : "ما زال الفتح جارياً…",
      text: "يستغرق هذا وقتاً أطول من المعتاد. يمكنك الانتظار، أو الإغلاق والمحاولة لاحقاً.",
    }),
    ready: (name) => (name ? `صفحة تسجيل الدخول إلى ${name} جاهزة.` : "قائمة الحسابات جاهزة."),
    expired: {
      title: "انتهت مهلة تسجيل الدخول",
      text: `لأمانك لا تصلح إلا لعشر دقائق. ${nothing}`,
    },
    saving: (name) => ({
      title: name ? `جارٍ حفظ حساب ${name}…` : "جارٍ حفظ الحساب…",
      text: "أوشكنا على الانتهاء. أبقِ هذه النافذة مفتوحة قليلاً.",
    }),
    notSaved: (name) => ({
      title: name ? `تعذّر حفظ حساب ${name}` : "تعذّر حفظ الحساب",
      text: "نجح تسجيل الدخول ولم يضِع. أعد المحاولة لإضافته إلى قائمتك.",
    }),
    connected: (account) => ({
      title: `تم ربط ${account}`,
      text: "تجده ضمن حساباتك المتصلة، ويمكنك هناك تغيير اسمه أو فصله.",
    }),
    connectedStatus: (account) => `تم ربط ${account}.`,
    failure: createFailureMessages({
      blocked: ({ host }) => ({
        title: "لم تُفتح صفحة تسجيل الدخول",
        text: `ربما يمنع مانع الإعلانات أو الشبكة الوصول إلى ${host || "الصفحة"}. اسمح بذلك ثم أعد المحاولة. ${nothing}`,
      }),
      offline: () => ({
        title: "أنت غير متصل بالإنترنت",
        text: `${nothing} سيُستأنف الأمر تلقائياً عند عودة الاتصال.`,
      }),
      network: () => ({
        title: "تعذّر الوصول إلى الخادم",
        text: `${nothing} تحقق من اتصالك ثم أعد المحاولة.`,
      }),
      timeout: () => ({
        title: "استغرق الأمر وقتاً طويلاً",
        text: `لم يستجب الخادم في الوقت المناسب. ${nothing} أعد المحاولة.`,
      }),
      signedOut: ({ name }) => ({
        title: "انتهت جلستك",
        text: `${nothing} سجّل الدخول من جديد، ثم اربط ${name ?? "الحساب"}.`,
      }),
      forbidden: ({ name, reason }) => ({
        title: `لا يمكنك ربط ${name ?? "هذا الحساب"}`,
        text: reason ?? `لا يشمل دورك ذلك. ${nothing} اسأل أحد المشرفين.`,
      }),
      notEnabled: ({ name }) => ({
        title: `${name ?? "هذا التكامل"} غير متاح`,
        text: `لم يُفعَّل هنا. ${nothing} اطلب تفعيله من أحد المشرفين.`,
      }),
      rateLimited: ({ seconds }) => ({
        title: "محاولات كثيرة جداً",
        text: `${nothing} ${
          seconds === null
            ? "انتظر قليلاً ثم أعد المحاولة."
            : seconds === 0
              ? "يمكنك إعادة المحاولة الآن."
              : count(seconds, {
                  one: "أعد المحاولة بعد ثانية واحدة.",
                  two: "أعد المحاولة بعد ثانيتين.",
                  few: "أعد المحاولة بعد # ثوانٍ.",
                  many: "أعد المحاولة بعد # ثانية.",
                  other: "أعد المحاولة بعد # ثانية.",
                })
        }`,
      }),
      quota: () => ({
        title: "الربط متوقف مؤقتاً",
        text: `استُنفدت خطة خدمة الربط. ${nothing} أبلغ أحد المشرفين.`,
      }),
      misconfigured: () => ({
        title: "لم يُعدّ الربط بعد",
        text: `لم يكتمل إعداد الربط في هذا المنتج. ${nothing} أبلغ أحد المشرفين.`,
      }),
      disconnected: () => ({
        title: "لم يعد هذا الحساب مربوطًا",
        text: "فُصل في هذه الأثناء. يمكنك ربطه كحساب جديد.",
      }),
      ended: () => ({
        title: "انتهت محاولة تسجيل الدخول هذه",
        text: `${nothing} ابدأ من جديد.`,
      }),
      declined: ({ name, reason }) => ({
        title: `لم يُربط ${name ?? "الحساب"}`,
        text: reason ?? "أعد المحاولة.",
      }),
      internal: () => ({
        title: "حدث خطأ من جانبنا",
        text: `${nothing} أعد المحاولة بعد قليل.`,
      }),
    }),
  },
  connection: {
    state: {
      operational: "متصل",
      degraded: "تجري إعادة المحاولة",
      failed: "يحتاج إلى إجراء",
      gone: "لم يعد متصلاً",
      unknown: "الحالة غير معروفة",
    },
    detail: (state, name) =>
      ({
        operational: "",
        degraded: `لا يستجيب ${name} الآن. لا يلزمك فعل شيء.`,
        failed: `يطلب ${name} تسجيل الدخول من جديد.`,
        gone: "أُزيل الوصول من خارج هذا التطبيق.",
        unknown: "تعذّر التحقق الآن.",
      })[state],
    test: "تجريبي",
  },
  button: {
    connect: (name) => `ربط ${name}`,
    connecting: "جارٍ الربط…",
    saving: "جارٍ الحفظ…",
    connected,
    reconnect: (name) => `إعادة ربط ${name}`,
    tryAgain: "إعادة المحاولة",
    tryConnectingAgain: (name) => `إعادة المحاولة: ربط ${name}`,
    accounts: (number, name) => `${accounts(number)} في ${name}`,
    addAnother: "إضافة حساب آخر",
    reconnectItem: "إعادة الربط",
    disconnectItem: "فصل…",
    back: "كل الحسابات",
  },
  list: {
    title: "الحسابات المتصلة",
    refresh: "تحديث",
    needAttention: (number) =>
      count(number, {
        one: "حساب واحد يحتاج إلى إجراء",
        two: "حسابان يحتاجان إلى إجراء",
        few: "# حسابات تحتاج إلى إجراء",
        many: "# حساباً يحتاج إلى إجراء",
        other: "# حساب يحتاج إلى إجراء",
      }),
    reconnect: "إعادة الربط",
    reconnectAccount: (account) => `إعادة الربط: ${account}`,
    options: (account) => `خيارات ${account}`,
    rename: "تغيير الاسم",
    addAnother: (name) => `إضافة حساب ${name} آخر`,
    disconnect: "فصل",
    disconnectItem: "فصل…",
    removeItem: "إزالة…",
    nameLabel: (account) => `اسم ${account}`,
    save: "حفظ",
    cancel: "إلغاء",
    added: (date) => `أُضيف ${date}`,
    addedBy: (date) => ["أضافه ", date === null ? "" : `، ${date}`],
    lastUsed: (date) => `آخر استخدام: ${date}`,
    loading: "جارٍ تحميل حساباتك…",
    empty: {
      title: "لا توجد حسابات متصلة بعد",
      text: "اربط Gmail أو Slack أو أداة أخرى فتظهر هنا.",
    },
    browse: "تصفّح التكاملات",
    error: {
      title: "لم تُحمَّل حساباتك",
      text: "هي في أمان. تعذّرت قراءة هذه القائمة فقط.",
    },
    tryAgain: "إعادة المحاولة",
    reference: "المرجع",
    stale: asOf,
    offline: "أنت غير متصل بالإنترنت. هذه القائمة من وقت سابق.",
    disconnectQuestion: ["هل تريد فصل ", "؟"],
    disconnectWarning: (name) =>
      `يتوقف فوراً كل ما يستخدم حساب ${name} هذا هنا. يمكنك ربطه من جديد في أي وقت.`,
    keep: "إبقاء الربط",
    disconnecting: "جارٍ الفصل…",
    disconnected: ["تم فصل ", ""],
    disconnectedStatus: (account) => `تم فصل ${account}.`,
    connectAgain: "الربط من جديد",
    connectAgainAccount: (account) => `الربط من جديد: ${account}`,
    dismissAccount: (account) => `إخفاء: ${account}`,
    notDisconnected: (name) => ({
      title: "تعذّر الفصل",
      text: `لم يستجب ${name}. ما زال الحساب متصلاً.`,
    }),
    notRenamed: { title: "تعذّر تغيير الاسم", text: "عاد الاسم القديم. أعد المحاولة." },
    renamedStatus: (account) => `أصبح الاسم ${account}.`,
    accessLabel: "الاستخدام المسموح به",
    accessLevel: { full: "كل شيء", read: "القراءة فقط", off: "لا شيء" },
    accessFact: { read: "يمكن قراءته دون تغييره", off: "لا يمكن استخدامه" },
    accessNotChanged: { title: "تعذّر التغيير", text: "عاد الإعداد السابق. أعد المحاولة." },
    accessStatus: (account, access) =>
      ({
        full: `يمكن استخدام ${account} في كل شيء.`,
        read: `يمكن قراءة ${account} دون تغييره.`,
        off: `لا يمكن استخدام ${account}.`,
      })[access],
  },
  gallery: {
    title: "إضافة تكامل",
    searchLabel: "البحث في التكاملات",
    search: (number) =>
      number === 0
        ? "البحث في التكاملات"
        : count(number, {
            one: "البحث في تكامل واحد",
            two: "البحث في تكاملين",
            few: "البحث في # تكاملات",
            many: "البحث في # تكاملاً",
            other: "البحث في # تكامل",
          }),
    searchWords: {
      بريد: "email",
      البريد: "email",
      دردشة: "chat",
      محادثة: "chat",
      رسائل: "chat",
      تقويم: "calendar",
      التقويم: "calendar",
      مواعيد: "scheduling",
      اجتماعات: "meetings",
      جدول: "spreadsheet",
      جداول: "spreadsheet",
      ملفات: "files",
      تخزين: "files",
      بيانات: "database",
      مهام: "tasks",
      ملاحظات: "notes",
      مستندات: "documents",
      مدفوعات: "payments",
      دفع: "payments",
      فواتير: "billing",
      محاسبة: "accounting",
      دعم: "support",
      عملاء: "crm",
      نشرة: "newsletter",
      متجر: "shop",
      هاتف: "phone",
      فيديو: "video",
    },
    clearSearch: "مسح البحث",
    allCategories: "كل الفئات",
    otherCategory: "أخرى",
    filterByCategory: "التصفية حسب الفئة",
    findCategory: "البحث عن فئة",
    noCategory: (search) => `لا توجد فئة باسم «${search}»`,
    featured: "مختارة",
    recent: "رُبطت حديثاً",
    more: "تكاملات أخرى",
    results: (number, category) =>
      category === null ? integrations(number) : `${integrations(number)} في ${category}`,
    resultsStatus: (number) =>
      number === 0 ? "لم يُعثر على تكاملات." : `عُثر على ${integrations(number)}.`,
    showAll: "عرض الكل",
    connect: "ربط",
    connectPlatform: (name) => `ربط ${name}`,
    addAnother: "إضافة حساب",
    addAnotherPlatform: (name) => `إضافة حساب ${name} آخر`,
    reconnect: "إعادة الربط",
    reconnectPlatform: (name) => `إعادة الربط: ${name}`,
    tryAgain: "إعادة المحاولة",
    tryConnectingAgain: (name) => `إعادة المحاولة: ربط ${name}`,
    connected,
    needsAttention: "يحتاج إلى إجراء",
    notConnected: "غير متصل",
    unavailable: "غير متاح",
    showMore: (number) => count(number, { other: "عرض # أخرى" }),
    showEarlier: (number) => count(number, { other: "عرض # السابقة" }),
    shown: (shown, total) => `معروض ${shown} من ${total}`,
    loading: "جارٍ تحميل التكاملات…",
    noMatch: (search) => `لا شيء باسم «${search}»`,
    noMatchInCategory: (search, category) => `لا شيء باسم «${search}» في ${category}`,
    didYouMean: ["هل تقصد ", "؟"],
    noMatchHint: "تحقق من الكتابة، أو ابحث عن شيء آخر.",
    clear: "مسح البحث",
    empty: {
      title: "لا توجد تكاملات متاحة بعد",
      text: "على من يدير هذا التطبيق تفعيلها أولاً.",
    },
    error: {
      title: "لم تُحمَّل التكاملات",
      text: "الحسابات التي سبق ربطها لم تتأثر.",
    },
    reference: "المرجع",
    stale: asOf,
    refresh: "تحديث",
    offline: "أنت غير متصل بالإنترنت. سيعود الربط عند عودة الاتصال.",
  },
  attention: {
    accounts: (number) =>
      count(number, {
        one: "حساب واحد يحتاج إليك",
        two: "حسابان يحتاجان إليك",
        few: "# حسابات تحتاج إليك",
        many: "# حساباً يحتاج إليك",
        other: "# حساب يحتاج إليك",
      }),
    signIn: ["يطلب ", " تسجيل الدخول من جديد"],
    gone: ["لم يعد ", " متصلاً"],
    dismiss: "إخفاء",
  },
  checklist: {
    title: "اربط حساباتك",
    progress: (done, total) => `تم ربط ${done} من ${total}`,
    optional: "اختياري",
    complete: "كل ما يلزم متصل",
  },
  connectRequest: {
    title: (reason, name) =>
      ({
        missing: `اربط ${name} للمتابعة`,
        broken: `أعد ربط ${name} للمتابعة`,
        choose: `اختر أحد حسابات ${name} للمتابعة`,
      })[reason],
    accounts: (name) => `حسابات ${name}`,
    useAccount: "استخدام هذا الحساب",
    connectAnother: "ربط حساب آخر",
    notNow: "ليس الآن",
    loading: "جارٍ التحقق من حساباتك…",
    waiting: (name) => `يجري ربط ${name} في طلب آخر. ستتم المتابعة هنا تلقائيًا.`,
    refused: {
      title: "لا يمكن استخدام هذا الحساب هنا",
      text: "ربما ينقصه الإذن اللازم. استخدم حسابًا آخر.",
    },
    notAnswered: "لم يُحفظ ردك. أعد المحاولة بعد لحظات.",
    notContinued: "لم تصل النتيجة بعد. أعد المحاولة بعد لحظات.",
    declined: "ليس الآن",
    unavailable: "لم يعد متاحًا",
    continuing: (account) => `المتابعة باستخدام ${account}.`,
  },
  reconnectLink: {
    question: ["هل تريد إعادة ربط ", "؟"],
    notNow: "ليس الآن",
    mended: ["عاد ", " إلى العمل. لا يلزمك فعل شيء."],
    unknown:
      "الحساب الوارد في هذا الرابط ليس من حساباتك. إما أنه فُصل، أو أنك سجّلت الدخول باسم شخص آخر.",
  },
};
