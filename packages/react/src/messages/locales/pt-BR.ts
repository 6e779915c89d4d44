import { createFailureMessages } from "../create-failure-messages.ts";
import type { Language } from "../messages.ts";
import { plurals } from "../plurals.ts";

const count = plurals("pt-BR");
const integrations = (number: number) =>
  count(number, { one: "# integração", other: "# integrações" });
const connected = (number: number) =>
  number === 1 ? "Conectada" : count(number, { other: "# conectadas" });
const asOf = (time: string | null) =>
  `${time === null ? "" : `Dados de ${time}. `}Não foi possível ler a lista mais recente.`;
const nothing = "Nada foi conectado.";

/** Brazilian Portuguese. */
export const ptBR: Language = {
  session: {
    title: (name) => (name ? `Conectar ${name}` : "Conectar uma conta"),
    reconnectTitle: (name) => `Reconectar ${name}`,
    close: "Fechar",
    tryAgain: "Tentar de novo",
    startAgain: "Começar de novo",
    reference: "Referência",
    frameTitle: (name) => (name ? `Entrar em ${name}` : "Escolher uma conta para conectar"),
    willAskTo: ["Vai pedir sua permissão para: ", ""],
    otherPermissions: (number) =>
      count(number, { one: "mais # permissão", other: "mais # permissões" }),
    opening: (name) => (name ? `Abrindo ${name}…` : "Abrindo…"),
    openingHint: (name) =>
      name
        ? `Você vai entrar no ${name} e escolher o que compartilhar.`
        : "Você vai escolher uma conta e entrar nela.",
    stillOpening: (name) => ({
      title: name ? `Ainda abrindo ${name}…` : "Ainda abrindo…",
      text: "Está demorando mais que o normal. Você pode esperar, ou fechar e tentar mais tarde.",
    }),
    ready: (name) =>
      name ? `A página de acesso de ${name} está pronta.` : "A lista de contas está pronta.",
    expired: {
      title: "Este acesso expirou",
      text: `Para sua segurança ele vale só dez minutos. ${nothing}`,
    },
    saving: (name) => ({
      title: name ? `Salvando sua conta do ${name}…` : "Salvando sua conta…",
      text: "Quase lá. Deixe esta janela aberta mais um instante.",
    }),
    notSaved: (name) => ({
      title: name
        ? `Não foi possível salvar sua conta do ${name}`
        : "Não foi possível salvar sua conta",
      text: "O acesso funcionou e não se perdeu. Tente de novo para adicioná-la à sua lista.",
    }),
    connected: (account) => ({
      title: `${account}: conta conectada`,
      text: "Ela está em suas contas conectadas. Lá você pode renomeá-la ou desconectá-la.",
    }),
    connectedStatus: (account) => `${account}: conta conectada.`,
    failure: createFailureMessages({
      blocked: ({ host }) => ({
        title: "A página de acesso não carregou",
        text: `Um bloqueador de anúncios ou sua rede pode estar barrando ${host || "a página"}. Libere o acesso e tente de novo. ${nothing}`,
      }),
      offline: () => ({
        title: "Você está offline",
        text: `${nothing} Tudo continua sozinho quando você voltar a ficar online.`,
      }),
      network: () => ({
        title: "Não foi possível falar com o servidor",
        text: `${nothing} Verifique sua conexão e tente de novo.`,
      }),
      timeout: () => ({
        title: "Demorou demais",
        text: `O servidor não respondeu a tempo. ${nothing} Tente de novo.`,
      }),
      signedOut: ({ name }) => ({
        title: "Sua sessão foi encerrada",
        text: `${nothing} Entre de novo e conecte ${name ?? "a conta"}.`,
      }),
      forbidden: ({ name, reason }) => ({
        title: `Você não pode conectar ${name ?? "esta conta"}`,
        text: reason ?? `Seu papel não permite isso. ${nothing} Fale com um administrador.`,
      }),
      notEnabled: ({ name }) => ({
        title: `${name ?? "Esta integração"} não está disponível`,
        text: `Ela não está ativada aqui. ${nothing} Peça a um administrador para ativá-la.`,
      }),
      rateLimited: ({ seconds }) => ({
        title: "Tentativas demais",
        text: `${nothing} ${
          seconds === null
            ? "Espere um instante e tente de novo."
            : seconds === 0
              ? "Você já pode tentar de novo."
              : count(seconds, {
                  one: "Tente de novo em # segundo.",
                  other: "Tente de novo em # segundos.",
                })
        }`,
      }),
      quota: () => ({
        title: "As conexões estão em pausa",
        text: `O plano do serviço de conexão se esgotou. ${nothing} Avise um administrador.`,
      }),
      misconfigured: () => ({
        title: "As conexões ainda não estão configuradas",
        text: `A configuração das conexões deste produto não está completa. ${nothing} Avise um administrador.`,
      }),
      disconnected: () => ({
        title: "Esta conta não está mais conectada",
        text: "Ela foi desconectada nesse meio-tempo. Você pode conectá-la como uma conta nova.",
      }),
      ended: () => ({
        title: "Este acesso terminou",
        text: `${nothing} Comece de novo.`,
      }),
      declined: ({ name, reason }) => ({
        title: name ? `${name} não foi conectado` : "A conta não foi conectada",
        text: reason ?? "Tente de novo.",
      }),
      internal: () => ({
        title: "Algo deu errado do nosso lado",
        text: `${nothing} Tente de novo em instantes.`,
      }),
    }),
  },
  connection: {
    state: {
      operational: "Conectada",
      degraded: "Tentando de novo",
      failed: "Precisa de atenção",
      gone: "Não está mais conectada",
      unknown: "Estado desconhecido",
    },
    detail: (state, name) =>
      ({
        operational: "",
        degraded: `${name} não está respondendo. Nada a fazer por enquanto.`,
        failed: `${name} precisa que você entre de novo.`,
        gone: "O acesso foi removido fora deste aplicativo.",
        unknown: "Não foi possível verificar agora.",
      })[state],
    test: "Teste",
  },
  button: {
    connect: (name) => `Conectar ${name}`,
    connecting: "Conectando…",
    saving: "Salvando…",
    connected,
    reconnect: (name) => `Reconectar ${name}`,
    tryAgain: "Tentar de novo",
    tryConnectingAgain: (name) => `Tentar de novo conectar ${name}`,
    accounts: (number, name) =>
      count(number, { one: `# conta do ${name}`, other: `# contas do ${name}` }),
    addAnother: "Adicionar outra conta",
    reconnectItem: "Reconectar",
    disconnectItem: "Desconectar…",
    back: "Todas as contas",
  },
  list: {
    title: "Contas conectadas",
    refresh: "Atualizar",
    needAttention: (number) =>
      count(number, { one: "# precisa de atenção", other: "# precisam de atenção" }),
    reconnect: "Reconectar",
    reconnectAccount: (account) => `Reconectar ${account}`,
    options: (account) => `Opções de ${account}`,
    rename: "Renomear",
    addAnother: (name) => `Adicionar outra conta do ${name}`,
    disconnect: "Desconectar",
    disconnectItem: "Desconectar…",
    removeItem: "Remover…",
    nameLabel: (account) => `Nome de ${account}`,
    save: "Salvar",
    cancel: "Cancelar",
    added: (date) => `Adicionada: ${date}`,
    addedBy: (date) => ["Adicionada por ", date === null ? "" : `, ${date}`],
    lastUsed: (date) => `Último uso: ${date}`,
    loading: "Carregando suas contas…",
    empty: {
      title: "Nenhuma conta conectada ainda",
      text: "Conecte Gmail, Slack ou outra ferramenta e ela aparecerá aqui.",
    },
    browse: "Ver integrações",
    error: {
      title: "Suas contas não carregaram",
      text: "Elas estão seguras. Só não foi possível ler esta lista.",
    },
    tryAgain: "Tentar de novo",
    reference: "Referência",
    stale: asOf,
    offline: "Você está offline. Esta lista é de antes.",
    disconnectQuestion: ["Desconectar ", "?"],
    disconnectWarning: (name) =>
      `Tudo o que usa esta conta do ${name} aqui para na hora. Você pode conectá-la de novo quando quiser.`,
    keep: "Manter conectada",
    disconnecting: "Desconectando…",
    disconnected: ["", ": conta desconectada"],
    disconnectedStatus: (account) => `${account}: conta desconectada.`,
    connectAgain: "Conectar de novo",
    connectAgainAccount: (account) => `Conectar de novo ${account}`,
    dismissAccount: (account) => `Dispensar ${account}`,
    notDisconnected: (name) => ({
      title: "Não foi possível desconectar",
      text: `${name} não respondeu. A conta continua conectada.`,
    }),
    notRenamed: {
      title: "Não foi possível renomear",
      text: "O nome antigo voltou. Tente de novo.",
    },
    renamedStatus: (account) => `Agora se chama ${account}.`,
    accessLabel: "Pode ser usada para",
    accessLevel: { full: "Tudo", read: "Somente leitura", off: "Nada" },
    accessFact: { read: "Pode ser lida, mas não alterada", off: "Não pode ser usada" },
    accessNotChanged: {
      title: "Não foi possível alterar",
      text: "Continua como antes. Tente de novo.",
    },
    accessStatus: (account, access) =>
      ({
        full: `A conta ${account} pode ser usada para tudo.`,
        read: `A conta ${account} pode ser lida, mas não alterada.`,
        off: `A conta ${account} não pode ser usada.`,
      })[access],
  },
  gallery: {
    title: "Adicionar uma integração",
    searchLabel: "Buscar integrações",
    search: (number) => (number === 0 ? "Buscar integrações" : `Buscar em ${integrations(number)}`),
    searchWords: {
      correio: "email",
      mensagens: "chat",
      calendário: "calendar",
      agenda: "calendar",
      agendamento: "scheduling",
      reuniões: "meetings",
      planilha: "spreadsheet",
      planilhas: "spreadsheet",
      arquivos: "files",
      armazenamento: "files",
      dados: "database",
      tarefas: "tasks",
      notas: "notes",
      anotações: "notes",
      documentos: "documents",
      pagamentos: "payments",
      faturamento: "billing",
      contabilidade: "accounting",
      suporte: "support",
      clientes: "crm",
      boletim: "newsletter",
      código: "code",
      loja: "shop",
      telefone: "phone",
      vídeo: "video",
    },
    clearSearch: "Limpar busca",
    allCategories: "Todas as categorias",
    otherCategory: "Outras",
    filterByCategory: "Filtrar por categoria",
    findCategory: "Encontrar uma categoria",
    noCategory: (search) => `Nenhuma categoria chamada “${search}”`,
    featured: "Em destaque",
    recent: "Conectadas há pouco",
    more: "Mais integrações",
    results: (number, category) =>
      category === null ? integrations(number) : `${integrations(number)} em ${category}`,
    resultsStatus: (number) =>
      number === 0
        ? "Nenhuma integração encontrada."
        : count(number, { one: "# integração encontrada.", other: "# integrações encontradas." }),
    showAll: "Mostrar todas",
    connect: "Conectar",
    connectPlatform: (name) => `Conectar ${name}`,
    addAnother: "Adicionar outra",
    addAnotherPlatform: (name) => `Adicionar outra conta do ${name}`,
    reconnect: "Reconectar",
    reconnectPlatform: (name) => `Reconectar ${name}`,
    tryAgain: "Tentar de novo",
    tryConnectingAgain: (name) => `Tentar de novo conectar ${name}`,
    connected,
    needsAttention: "Precisa de atenção",
    notConnected: "Não conectada",
    unavailable: "Não disponível",
    showMore: (number) => `Mostrar mais ${number}`,
    showEarlier: (number) => `Mostrar ${number} anteriores`,
    shown: (shown, total) => `${shown} de ${total} mostradas`,
    loading: "Carregando integrações…",
    noMatch: (search) => `Nada chamado “${search}”`,
    noMatchInCategory: (search, category) => `Nada chamado “${search}” em ${category}`,
    didYouMean: ["Você quis dizer ", "?"],
    noMatchHint: "Confira a grafia ou busque outra coisa.",
    clear: "Limpar busca",
    empty: {
      title: "Nenhuma integração disponível ainda",
      text: "Quem administra este aplicativo precisa ativá-las primeiro.",
    },
    error: {
      title: "As integrações não carregaram",
      text: "As contas que você já conectou não são afetadas.",
    },
    reference: "Referência",
    stale: asOf,
    refresh: "Atualizar",
    offline: "Você está offline. Será possível conectar quando você voltar.",
  },
  attention: {
    accounts: (number) =>
      count(number, { one: "# conta precisa de você", other: "# contas precisam de você" }),
    signIn: ["", " precisa que você entre de novo"],
    gone: ["", ": não está mais conectada"],
    dismiss: "Dispensar",
  },
  checklist: {
    title: "Conecte suas contas",
    progress: (done, total) => `${done} de ${total} conectadas`,
    optional: "Opcional",
    complete: "Tudo o que é necessário está conectado",
  },
  connectRequest: {
    title: (reason, name) =>
      ({
        missing: `Conecte ${name} para continuar`,
        broken: `Reconecte ${name} para continuar`,
        choose: `Escolha uma conta do ${name} para continuar`,
      })[reason],
    accounts: (name) => `Contas do ${name}`,
    useAccount: "Usar esta conta",
    connectAnother: "Conectar outra conta",
    notNow: "Agora não",
    loading: "Verificando suas contas…",
    waiting: (name) =>
      `${name} está sendo conectado para outra solicitação. Depois, esta continuará automaticamente.`,
    refused: {
      title: "Esta conta não pode ser usada aqui",
      text: "Talvez ela não tenha o acesso necessário. Use outra conta.",
    },
    notAnswered: "Sua resposta não foi salva. Tente de novo em um instante.",
    notContinued: "O resultado ainda não chegou. Tente de novo em um instante.",
    declined: "Agora não",
    unavailable: "Não está mais disponível",
    continuing: (account) => `Continuando com ${account}.`,
  },
  reconnectLink: {
    question: ["Reconectar ", "?"],
    notNow: "Agora não",
    mended: ["", " voltou a funcionar. Não há nada a fazer."],
    unknown:
      "A conta deste link não está entre as suas. Ela foi desconectada, ou você entrou com outro usuário.",
  },
};
