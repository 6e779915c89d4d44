import { createFailureMessages } from "../create-failure-messages.ts";
import type { Language } from "../messages.ts";

const connected = (count: number) => (count === 1 ? "已连接" : `已连接 ${count} 个`);
const asOf = (time: string | null) =>
  `${time === null ? "" : `以下为 ${time} 的内容。`}无法读取最新列表。`;
const nothing = "没有连接任何账户。";

/** Simplified Chinese. */
export const zhCN: Language = {
  session: {
    title: (name) => (name ? `连接 ${name}` : "连接账户"),
    reconnectTitle: (name) => `重新连接 ${name}`,
    close: "关闭",
    tryAgain: "重试",
    startAgain: "重新开始",
    reference: "参考编号",
    frameTitle: (name) => (name ? `登录 ${name}` : "选择要连接的账户"),
    willAskTo: ["将请求以下权限：", ""],
    otherPermissions: (count) => `另外 ${count} 项`,
    opening: (name) => (name ? `正在打开 ${name}…` : "正在打开…"),
    openingHint: (name) =>
      name ? `接下来登录 ${name}，并选择要共享的内容。` : "接下来选择一个账户并登录。",
    stillOpening: (name) => ({
      title: name ? `仍在打开 ${name}…` : "仍在打开…",
      text: "用时比平常长。你可以继续等待，或关闭后稍后再试。",
    }),
    ready: (name) => (name ? `${name} 登录页面已就绪。` : "账户列表已就绪。"),
    expired: {
      title: "此次登录已过期",
      text: `为了你的安全，有效期只有十分钟。${nothing}`,
    },
    saving: (name) => ({
      title: name ? `正在保存你的 ${name} 账户…` : "正在保存你的账户…",
      text: "马上就好，请让此窗口再打开片刻。",
    }),
    notSaved: (name) => ({
      title: name ? `无法保存你的 ${name} 账户` : "无法保存你的账户",
      text: "登录已成功，没有丢失。重试即可将其加入列表。",
    }),
    connected: (account) => ({
      title: `${account} 已连接`,
      text: "它在你的已连接账户中，可在那里重命名或断开。",
    }),
    connectedStatus: (account) => `${account} 已连接。`,
    failure: createFailureMessages({
      blocked: ({ host }) => ({
        title: "登录页面没有加载",
        text: `广告拦截器或你的网络可能阻止了${host ? ` ${host}` : "该页面"}。请允许它，然后重试。${nothing}`,
      }),
      offline: () => ({
        title: "你已离线",
        text: `${nothing}恢复联网后会自动继续。`,
      }),
      network: () => ({
        title: "无法连接服务器",
        text: `${nothing}请检查网络，然后重试。`,
      }),
      timeout: () => ({
        title: "用时过长",
        text: `服务器没有及时响应。${nothing}请重试。`,
      }),
      signedOut: ({ name }) => ({
        title: "你已退出登录",
        text: `${nothing}请重新登录，然后连接${name ? ` ${name}` : "账户"}。`,
      }),
      forbidden: ({ name, reason }) => ({
        title: name ? `你无法连接 ${name}` : "你无法连接此账户",
        text: reason ?? `你的角色没有此权限。${nothing}请联系管理员。`,
      }),
      notEnabled: ({ name }) => ({
        title: name ? `${name} 不可用` : "此集成不可用",
        text: `它在此处未启用。${nothing}请让管理员启用。`,
      }),
      rateLimited: ({ seconds }) => ({
        title: "尝试次数过多",
        text: `${nothing}${
          seconds === null
            ? "请稍等片刻再重试。"
            : seconds === 0
              ? "现在可以重试了。"
              : `请在 ${seconds} 秒后重试。`
        }`,
      }),
      quota: () => ({
        title: "连接已暂停",
        text: `连接服务的套餐额度已用完。${nothing}请告知管理员。`,
      }),
      misconfigured: () => ({
        title: "连接功能尚未设置",
        text: `本产品的连接设置尚未完成。${nothing}请告知管理员。`,
      }),
      ended: () => ({
        title: "此次登录已结束",
        text: `${nothing}请重新开始。`,
      }),
      declined: ({ name, reason }) => ({
        title: name ? `${name} 未连接` : "账户未连接",
        text: reason ?? "请重试。",
      }),
      internal: () => ({
        title: "我们这边出了点问题",
        text: `${nothing}请稍后重试。`,
      }),
    }),
  },
  connection: {
    state: {
      operational: "已连接",
      degraded: "正在重试",
      failed: "需要处理",
      gone: "已不再连接",
      unknown: "状态未知",
    },
    detail: (state, name) =>
      ({
        operational: "",
        degraded: `${name} 没有响应，目前无需操作。`,
        failed: `${name} 需要你重新登录。`,
        gone: "访问权限已在此应用之外被移除。",
        unknown: "目前无法检查。",
      })[state],
    test: "测试",
  },
  button: {
    connect: (name) => `连接 ${name}`,
    connecting: "正在连接…",
    saving: "正在保存…",
    connected,
    reconnect: (name) => `重新连接 ${name}`,
    tryAgain: "重试",
    tryConnectingAgain: (name) => `重试连接 ${name}`,
    accounts: (count, name) => `${count} 个 ${name} 账户`,
    addAnother: "添加其他账户",
    reconnectItem: "重新连接",
    disconnectItem: "断开连接…",
    back: "全部账户",
  },
  list: {
    title: "已连接的账户",
    refresh: "刷新",
    needAttention: (count) => `${count} 个需要处理`,
    reconnect: "重新连接",
    reconnectAccount: (account) => `重新连接 ${account}`,
    options: (account) => `${account} 的选项`,
    rename: "重命名",
    addAnother: (name) => `添加其他 ${name} 账户`,
    disconnect: "断开连接",
    disconnectItem: "断开连接…",
    removeItem: "移除…",
    nameLabel: (account) => `${account} 的名称`,
    save: "保存",
    cancel: "取消",
    added: (date) => `添加于 ${date}`,
    addedBy: (date) => ["添加者：", date === null ? "" : `，${date}`],
    lastUsed: (date) => `上次使用：${date}`,
    loading: "正在加载你的账户…",
    empty: {
      title: "尚未连接任何账户",
      text: "连接 Gmail、Slack 或其他工具后，会显示在这里。",
    },
    browse: "浏览集成",
    error: {
      title: "账户未能加载",
      text: "账户是安全的，只是无法读取此列表。",
    },
    tryAgain: "重试",
    reference: "参考编号",
    stale: asOf,
    offline: "你已离线，这是之前的列表。",
    disconnectQuestion: ["断开 ", " 的连接？"],
    disconnectWarning: (name) =>
      `此处所有使用该 ${name} 账户的功能会立即停止。你可以随时重新连接。`,
    keep: "保持连接",
    disconnecting: "正在断开…",
    disconnected: ["", " 已断开连接"],
    disconnectedStatus: (account) => `${account} 已断开连接。`,
    connectAgain: "再次连接",
    connectAgainAccount: (account) => `再次连接 ${account}`,
    notDisconnected: (name) => ({
      title: "无法断开连接",
      text: `${name} 没有响应，账户仍处于连接状态。`,
    }),
    notRenamed: { title: "无法重命名", text: "已恢复原名称，请重试。" },
    renamedStatus: (account) => `已重命名为 ${account}。`,
    accessLabel: "允许的操作",
    accessLevel: { full: "全部", read: "仅读取", off: "无" },
    accessFact: { read: "只能读取，不能更改", off: "不可使用" },
    accessNotChanged: { title: "无法更改", text: "已恢复原设置，请重试。" },
    accessStatus: (account, access) =>
      ({
        full: `${account} 可用于所有操作。`,
        read: `${account} 只能读取，不能更改。`,
        off: `${account} 不可使用。`,
      })[access],
  },
  gallery: {
    title: "添加集成",
    searchLabel: "搜索集成",
    search: (count) => (count === 0 ? "搜索集成" : `搜索 ${count} 个集成`),
    clearSearch: "清除搜索",
    allCategories: "全部类别",
    otherCategory: "其他",
    filterByCategory: "按类别筛选",
    findCategory: "查找类别",
    noCategory: (search) => `没有名为“${search}”的类别`,
    featured: "精选",
    recent: "最近连接",
    more: "更多集成",
    results: (count, category) =>
      category === null ? `${count} 个集成` : `${category} 中有 ${count} 个集成`,
    resultsStatus: (count) => (count === 0 ? "没有找到集成。" : `找到 ${count} 个集成。`),
    showAll: "显示全部",
    connect: "连接",
    connectPlatform: (name) => `连接 ${name}`,
    addAnother: "再添加",
    addAnotherPlatform: (name) => `再添加一个 ${name} 账户`,
    reconnect: "重新连接",
    reconnectPlatform: (name) => `重新连接 ${name}`,
    tryAgain: "重试",
    tryConnectingAgain: (name) => `重试连接 ${name}`,
    connected,
    needsAttention: "需要处理",
    notConnected: "未连接",
    unavailable: "不可用",
    showMore: (count) => `再显示 ${count} 个`,
    showEarlier: (count) => `显示前 ${count} 个`,
    shown: (shown, total) => `已显示 ${shown} 个，共 ${total} 个`,
    loading: "正在加载集成…",
    noMatch: (search) => `没有名为“${search}”的集成`,
    noMatchInCategory: (search, category) => `${category} 中没有名为“${search}”的集成`,
    didYouMean: ["你要找的是不是 ", "？"],
    noMatchHint: "请检查拼写，或搜索其他内容。",
    clear: "清除搜索",
    empty: {
      title: "暂无可用的集成",
      text: "需要此应用的管理者先启用。",
    },
    error: {
      title: "集成未能加载",
      text: "已连接的账户不受影响。",
    },
    reference: "参考编号",
    stale: asOf,
    refresh: "刷新",
    offline: "你已离线，恢复联网后即可连接。",
  },
  attention: {
    accounts: (count) => `${count} 个账户需要你处理`,
    signIn: ["", " 需要你重新登录"],
    gone: ["", " 已不再连接"],
    dismiss: "忽略",
  },
  checklist: {
    title: "连接你的账户",
    progress: (done, total) => `已连接 ${done} 个，共 ${total} 个`,
    optional: "可选",
    complete: "所需账户均已连接",
  },
  connectRequest: {
    title: (reason, name) =>
      ({
        missing: `连接 ${name} 以继续`,
        broken: `重新连接 ${name} 以继续`,
        choose: `选择一个 ${name} 账户以继续`,
      })[reason],
    accounts: (name) => `${name} 账户`,
    useAccount: "使用此账户",
    connectAnother: "连接其他账户",
    notNow: "以后再说",
    loading: "正在检查你的账户…",
    waiting: (name) => `另一个请求正在连接 ${name}，完成后此处会自动继续。`,
    refused: {
      title: "此账户无法在此处使用",
      text: "它可能缺少所需的访问权限，请使用其他账户。",
    },
    notAnswered: "你的回答未保存，请稍后重试。",
    declined: "以后再说",
    unavailable: "已不可用",
    continuing: (account) => `将使用 ${account} 继续。`,
  },
  reconnectLink: {
    question: ["重新连接 ", "？"],
    notNow: "以后再说",
    mended: ["", " 已恢复正常，无需操作。"],
    unknown: "此链接中的账户不属于你。它可能已断开连接，或者你登录的是其他用户。",
  },
};
