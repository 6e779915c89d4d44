import { createFailureMessages } from "../create-failure-messages.ts";
import type { Language } from "../messages.ts";

const connected = (count: number) => (count === 1 ? "接続済み" : `${count} 件接続済み`);
const asOf = (time: string | null) =>
  `${time === null ? "" : `${time} 時点の内容です。`}最新の一覧を読み込めませんでした。`;
const nothing = "何も接続されていません。";

/** Japanese. */
export const ja: Language = {
  session: {
    title: (name) => (name ? `${name} を接続` : "アカウントを接続"),
    reconnectTitle: (name) => `${name} を再接続`,
    close: "閉じる",
    tryAgain: "もう一度試す",
    startAgain: "最初からやり直す",
    reference: "参照番号",
    frameTitle: (name) => (name ? `${name} にサインイン` : "接続するアカウントを選択"),
    willAskTo: ["許可を求める操作: ", ""],
    otherPermissions: (count) => `ほか ${count} 件`,
    opening: (name) => (name ? `${name} を開いています…` : "開いています…"),
    openingHint: (name) =>
      name
        ? `${name} にサインインし、共有する内容を選びます。`
        : "アカウントを選び、サインインします。",
    stillOpening: (name) => ({
      title: name ? `まだ ${name} を開いています…` : "まだ開いています…",
      text: "通常より時間がかかっています。このまま待つか、閉じて後で試してください。",
    }),
    ready: (name) =>
      name
        ? `${name} のサインインページの準備ができました。`
        : "アカウントの一覧の準備ができました。",
    expired: {
      title: "サインインの有効期限が切れました",
      text: `安全のため、有効なのは 10 分間だけです。${nothing}`,
    },
    saving: (name) => ({
      title: name ? `${name} アカウントを保存しています…` : "アカウントを保存しています…",
      text: "まもなく完了します。この画面をもう少し開いたままにしてください。",
    }),
    notSaved: (name) => ({
      title: name ? `${name} アカウントを保存できませんでした` : "アカウントを保存できませんでした",
      text: "サインインは完了しており、失われていません。もう一度試すと一覧に追加されます。",
    }),
    connected: (account) => ({
      title: `${account} を接続しました`,
      text: "接続済みアカウントに表示されます。名前の変更や切断はそこでできます。",
    }),
    connectedStatus: (account) => `${account} を接続しました。`,
    failure: createFailureMessages({
      blocked: ({ host }) => ({
        title: "サインインページを読み込めませんでした",
        text: `広告ブロッカーまたはネットワークが${host ? ` ${host} ` : "このページ"}を止めている可能性があります。許可してから、もう一度試してください。${nothing}`,
      }),
      offline: () => ({
        title: "オフラインです",
        text: `${nothing}オンラインに戻ると自動的に再開します。`,
      }),
      network: () => ({
        title: "サーバーに接続できませんでした",
        text: `${nothing}ネットワークを確認してから、もう一度試してください。`,
      }),
      timeout: () => ({
        title: "時間がかかりすぎました",
        text: `サーバーが時間内に応答しませんでした。${nothing}もう一度試してください。`,
      }),
      signedOut: ({ name }) => ({
        title: "サインアウトしています",
        text: `${nothing}サインインし直してから、${name ?? "アカウント"}を接続してください。`,
      }),
      forbidden: ({ name, reason }) => ({
        title: `${name ?? "このアカウント"}は接続できません`,
        text:
          reason ?? `あなたの権限には含まれていません。${nothing}管理者に問い合わせてください。`,
      }),
      notEnabled: ({ name }) => ({
        title: `${name ?? "この連携"}は利用できません`,
        text: `ここでは有効になっていません。${nothing}管理者に有効化を依頼してください。`,
      }),
      rateLimited: ({ seconds }) => ({
        title: "試行回数が多すぎます",
        text: `${nothing}${
          seconds === null
            ? "しばらく待ってから、もう一度試してください。"
            : seconds === 0
              ? "もう一度試せます。"
              : `${seconds} 秒後にもう一度試してください。`
        }`,
      }),
      quota: () => ({
        title: "接続は一時停止中です",
        text: `接続サービスの利用枠を使い切りました。${nothing}管理者に知らせてください。`,
      }),
      misconfigured: () => ({
        title: "接続はまだ設定されていません",
        text: `この製品の接続設定は完了していません。${nothing}管理者に知らせてください。`,
      }),
      disconnected: () => ({
        title: "このアカウントはもう接続されていません",
        text: "その間に切断されました。新しいアカウントとして接続できます。",
      }),
      ended: () => ({
        title: "このサインインは終了しました",
        text: `${nothing}最初からやり直してください。`,
      }),
      declined: ({ name, reason }) => ({
        title: `${name ?? "アカウント"}は接続されませんでした`,
        text: reason ?? "もう一度試してください。",
      }),
      internal: () => ({
        title: "こちら側で問題が発生しました",
        text: `${nothing}少し待ってから、もう一度試してください。`,
      }),
    }),
  },
  connection: {
    state: {
      operational: "接続済み",
      degraded: "再試行中",
      failed: "対応が必要",
      gone: "接続が切れています",
      unknown: "状態不明",
    },
    detail: (state, name) =>
      ({
        operational: "",
        degraded: `${name} が応答していません。今は何もする必要はありません。`,
        failed: `${name} へのサインインがもう一度必要です。`,
        gone: "このアプリの外でアクセスが取り消されました。",
        unknown: "現在確認できません。",
      })[state],
    test: "テスト",
  },
  button: {
    connect: (name) => `${name} を接続`,
    connecting: "接続中…",
    saving: "保存中…",
    connected,
    reconnect: (name) => `${name} を再接続`,
    tryAgain: "もう一度試す",
    tryConnectingAgain: (name) => `もう一度試す: ${name} を接続`,
    accounts: (count, name) => `${name} アカウント ${count} 件`,
    addAnother: "別のアカウントを追加",
    reconnectItem: "再接続",
    disconnectItem: "切断…",
    back: "すべてのアカウント",
  },
  list: {
    title: "接続済みアカウント",
    refresh: "更新",
    needAttention: (count) => `${count} 件の対応が必要`,
    reconnect: "再接続",
    reconnectAccount: (account) => `再接続: ${account}`,
    options: (account) => `${account} のオプション`,
    rename: "名前を変更",
    addAnother: (name) => `別の ${name} アカウントを追加`,
    disconnect: "切断",
    disconnectItem: "切断…",
    removeItem: "削除…",
    nameLabel: (account) => `${account} の名前`,
    save: "保存",
    cancel: "キャンセル",
    added: (date) => `追加日: ${date}`,
    addedBy: (date) => ["追加者: ", date === null ? "" : `、${date}`],
    lastUsed: (date) => `最終使用: ${date}`,
    loading: "アカウントを読み込んでいます…",
    empty: {
      title: "接続済みのアカウントはまだありません",
      text: "Gmail や Slack などのツールを接続すると、ここに表示されます。",
    },
    browse: "連携を見る",
    error: {
      title: "アカウントを読み込めませんでした",
      text: "アカウントは無事です。この一覧だけが読み込めませんでした。",
    },
    tryAgain: "もう一度試す",
    reference: "参照番号",
    stale: asOf,
    offline: "オフラインです。この一覧は以前の内容です。",
    disconnectQuestion: ["", " を切断しますか？"],
    disconnectWarning: (name) =>
      `この ${name} アカウントを使う機能はすぐに停止します。いつでも接続し直せます。`,
    keep: "接続したままにする",
    disconnecting: "切断中…",
    disconnected: ["", " を切断しました"],
    disconnectedStatus: (account) => `${account} を切断しました。`,
    connectAgain: "もう一度接続",
    connectAgainAccount: (account) => `もう一度接続: ${account}`,
    dismissAccount: (account) => `閉じる: ${account}`,
    notDisconnected: (name) => ({
      title: "切断できませんでした",
      text: `${name} が応答しませんでした。まだ接続されています。`,
    }),
    notRenamed: {
      title: "名前を変更できませんでした",
      text: "元の名前に戻しました。もう一度試してください。",
    },
    renamedStatus: (account) => `名前を ${account} に変更しました。`,
    accessLabel: "利用できる範囲",
    accessLevel: { full: "すべて", read: "読み取りのみ", off: "なし" },
    accessFact: { read: "読み取りのみ可、変更は不可", off: "利用不可" },
    accessNotChanged: {
      title: "変更できませんでした",
      text: "元の設定に戻しました。もう一度試してください。",
    },
    accessStatus: (account, access) =>
      ({
        full: `${account} はすべての操作に利用できます。`,
        read: `${account} は読み取りのみ可能です。変更はできません。`,
        off: `${account} は利用できません。`,
      })[access],
  },
  gallery: {
    title: "連携を追加",
    searchLabel: "連携を検索",
    search: (count) => (count === 0 ? "連携を検索" : `${count} 件の連携を検索`),
    searchWords: {
      メール: "email",
      チャット: "chat",
      カレンダー: "calendar",
      予定: "calendar",
      予約: "scheduling",
      会議: "meetings",
      表計算: "spreadsheet",
      スプレッドシート: "spreadsheet",
      ファイル: "files",
      ストレージ: "files",
      データベース: "database",
      タスク: "tasks",
      メモ: "notes",
      ノート: "notes",
      文書: "documents",
      ドキュメント: "documents",
      決済: "payments",
      支払い: "payments",
      請求: "billing",
      会計: "accounting",
      サポート: "support",
      顧客: "crm",
      顧客管理: "crm",
      メルマガ: "newsletter",
      コード: "code",
      ショップ: "shop",
      電話: "phone",
      ビデオ: "video",
      動画: "video",
    },
    clearSearch: "検索をクリア",
    allCategories: "すべてのカテゴリ",
    otherCategory: "その他",
    filterByCategory: "カテゴリで絞り込む",
    findCategory: "カテゴリを探す",
    noCategory: (search) => `「${search}」というカテゴリはありません`,
    featured: "おすすめ",
    recent: "最近接続したもの",
    more: "その他の連携",
    results: (count, category) =>
      category === null ? `連携 ${count} 件` : `${category} の連携 ${count} 件`,
    resultsStatus: (count) =>
      count === 0 ? "連携は見つかりませんでした。" : `${count} 件の連携が見つかりました。`,
    showAll: "すべて表示",
    connect: "接続",
    connectPlatform: (name) => `接続: ${name}`,
    addAnother: "追加",
    addAnotherPlatform: (name) => `追加: 別の ${name} アカウント`,
    reconnect: "再接続",
    reconnectPlatform: (name) => `再接続: ${name}`,
    tryAgain: "もう一度試す",
    tryConnectingAgain: (name) => `もう一度試す: ${name} を接続`,
    connected,
    needsAttention: "対応が必要",
    notConnected: "未接続",
    unavailable: "利用不可",
    showMore: (count) => `さらに ${count} 件表示`,
    showEarlier: (count) => `前の ${count} 件を表示`,
    shown: (shown, total) => `${total} 件中 ${shown} 件を表示`,
    loading: "連携を読み込んでいます…",
    noMatch: (search) => `「${search}」は見つかりません`,
    noMatchInCategory: (search, category) => `${category} に「${search}」は見つかりません`,
    didYouMean: ["もしかして: ", ""],
    noMatchHint: "つづりを確認するか、別の言葉で検索してください。",
    clear: "検索をクリア",
    empty: {
      title: "利用できる連携はまだありません",
      text: "このアプリの管理者が先に有効にする必要があります。",
    },
    error: {
      title: "連携を読み込めませんでした",
      text: "接続済みのアカウントには影響ありません。",
    },
    reference: "参照番号",
    stale: asOf,
    refresh: "更新",
    offline: "オフラインです。オンラインに戻ると接続できます。",
  },
  attention: {
    accounts: (count) => `${count} 件のアカウントで対応が必要です`,
    signIn: ["", " へのサインインがもう一度必要です"],
    gone: ["", " の接続が切れています"],
    dismiss: "閉じる",
  },
  checklist: {
    title: "アカウントを接続してください",
    progress: (done, total) => `${total} 件中 ${done} 件を接続済み`,
    optional: "任意",
    complete: "必要なアカウントはすべて接続済みです",
  },
  connectRequest: {
    title: (reason, name) =>
      ({
        missing: `続けるには ${name} を接続してください`,
        broken: `続けるには ${name} を再接続してください`,
        choose: `続けるには ${name} アカウントを選んでください`,
      })[reason],
    accounts: (name) => `${name} アカウント`,
    useAccount: "このアカウントを使う",
    connectAnother: "別のアカウントを接続",
    notNow: "後で",
    loading: "アカウントを確認しています…",
    waiting: (name) => `別のリクエストで ${name} を接続しています。完了すると自動的に続きます。`,
    refused: {
      title: "このアカウントはここでは使えません",
      text: "必要なアクセス権がない可能性があります。別のアカウントを使ってください。",
    },
    notAnswered: "回答を保存できませんでした。少し待ってから、もう一度試してください。",
    notContinued: "結果をまだ受け取れていません。少し待ってから、もう一度試してください。",
    declined: "後で",
    unavailable: "利用できなくなりました",
    continuing: (account) => `${account} で続けます。`,
  },
  reconnectLink: {
    question: ["", " を再接続しますか？"],
    notNow: "後で",
    mended: ["", " は正常に戻りました。何もする必要はありません。"],
    unknown:
      "このリンクのアカウントは、あなたのアカウントの中にありません。切断されたか、別のユーザーでサインインしています。",
  },
};
