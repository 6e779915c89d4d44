import { createFailureMessages } from "../create-failure-messages.ts";
import type { Language } from "../messages.ts";
import { plurals } from "../plurals.ts";

const count = plurals("es");
const integrations = (number: number) =>
  count(number, { one: "# integración", other: "# integraciones" });
const connected = (number: number) =>
  number === 1 ? "Conectada" : count(number, { other: "# conectadas" });
const asOf = (time: string | null) =>
  `${time === null ? "" : `Datos de las ${time}. `}No se pudo leer la lista más reciente.`;
const nothing = "No se ha conectado nada.";

/** Spanish. */
export const es: Language = {
  session: {
    title: (name) => (name ? `Conectar ${name}` : "Conectar una cuenta"),
    reconnectTitle: (name) => `Volver a conectar ${name}`,
    close: "Cerrar",
    tryAgain: "Reintentar",
    startAgain: "Empezar de nuevo",
    reference: "Referencia",
    frameTitle: (name) => (name ? `Iniciar sesión en ${name}` : "Elegir la cuenta que conectar"),
    willAskTo: ["Te pedirá permiso para: ", ""],
    otherPermissions: (number) => count(number, { one: "# cosa más", other: "# cosas más" }),
    opening: (name) => (name ? `Abriendo ${name}…` : "Abriendo…"),
    openingHint: (name) =>
      name
        ? `Iniciarás sesión en ${name} y elegirás qué compartir.`
        : "Elegirás una cuenta e iniciarás sesión en ella.",
    stillOpening: (name) => ({
      title: name ? `Aún se está abriendo ${name}…` : "Aún se está abriendo…",
      text: "Tarda más de lo habitual. Puedes esperar, o cerrar e intentarlo más tarde.",
    }),
    ready: (name) =>
      name
        ? `La página de inicio de sesión de ${name} está lista.`
        : "La lista de cuentas está lista.",
    expired: {
      title: "Este inicio de sesión ha caducado",
      text: `Por tu seguridad solo vale diez minutos. ${nothing}`,
    },
    saving: (name) => ({
      title: name ? `Guardando tu cuenta de ${name}…` : "Guardando tu cuenta…",
      text: "Casi está. Deja esta ventana abierta un momento.",
    }),
    notSaved: (name) => ({
      title: name ? `No se pudo guardar tu cuenta de ${name}` : "No se pudo guardar tu cuenta",
      text: "El inicio de sesión funcionó y no se ha perdido. Reintenta para añadirla a tu lista.",
    }),
    connected: (account) => ({
      title: `${account}: cuenta conectada`,
      text: "Está en tus cuentas conectadas. Allí puedes cambiarle el nombre o desconectarla.",
    }),
    connectedStatus: (account) => `${account}: cuenta conectada.`,
    failure: createFailureMessages({
      blocked: ({ host }) => ({
        title: "La página de inicio de sesión no se ha cargado",
        text: `Puede que un bloqueador de anuncios o tu red esté deteniendo ${host || "la página"}. Permite el acceso y reintenta. ${nothing}`,
      }),
      offline: () => ({
        title: "No tienes conexión",
        text: `${nothing} Seguirá por sí solo cuando vuelvas a estar en línea.`,
      }),
      network: () => ({
        title: "No se pudo llegar al servidor",
        text: `${nothing} Comprueba tu conexión y reintenta.`,
      }),
      timeout: () => ({
        title: "Ha tardado demasiado",
        text: `El servidor no respondió a tiempo. ${nothing} Reintenta.`,
      }),
      signedOut: ({ name }) => ({
        title: "Tu sesión está cerrada",
        text: `${nothing} Vuelve a iniciar sesión y conecta ${name ?? "la cuenta"}.`,
      }),
      forbidden: ({ name, reason }) => ({
        title: `No puedes conectar ${name ?? "esta cuenta"}`,
        text: reason ?? `Tu rol no lo permite. ${nothing} Pregunta a un administrador.`,
      }),
      notEnabled: ({ name }) => ({
        title: `${name ?? "Esta integración"} no está disponible`,
        text: `No está activada aquí. ${nothing} Pide a un administrador que la active.`,
      }),
      rateLimited: ({ seconds }) => ({
        title: "Demasiados intentos",
        text: `${nothing} ${
          seconds === null
            ? "Espera un momento y reintenta."
            : seconds === 0
              ? "Ya puedes reintentar."
              : count(seconds, {
                  one: "Reintenta dentro de # segundo.",
                  other: "Reintenta dentro de # segundos.",
                })
        }`,
      }),
      quota: () => ({
        title: "Conectar está en pausa",
        text: `El plan del servicio de conexión está agotado. ${nothing} Avisa a un administrador.`,
      }),
      misconfigured: () => ({
        title: "Conectar aún no está configurado",
        text: `La configuración de las conexiones de este producto no está completa. ${nothing} Avisa a un administrador.`,
      }),
      disconnected: () => ({
        title: "Esta cuenta ya no está conectada",
        text: "Se desconectó mientras tanto. Puedes conectarla como cuenta nueva.",
      }),
      ended: () => ({
        title: "Este inicio de sesión ha terminado",
        text: `${nothing} Empieza de nuevo.`,
      }),
      declined: ({ name, reason }) => ({
        title: name ? `${name} no se ha conectado` : "La cuenta no se ha conectado",
        text: reason ?? "Reintenta.",
      }),
      internal: () => ({
        title: "Algo ha fallado por nuestra parte",
        text: `${nothing} Reintenta en un momento.`,
      }),
    }),
  },
  connection: {
    state: {
      operational: "Conectada",
      degraded: "Reintentando",
      failed: "Requiere atención",
      gone: "Ya no está conectada",
      unknown: "Estado desconocido",
    },
    detail: (state, name) =>
      ({
        operational: "",
        degraded: `${name} no responde. De momento no hay nada que hacer.`,
        failed: `${name} necesita que vuelvas a iniciar sesión.`,
        gone: "El acceso se retiró fuera de esta aplicación.",
        unknown: "No se ha podido comprobar ahora.",
      })[state],
    test: "Prueba",
  },
  button: {
    connect: (name) => `Conectar ${name}`,
    connecting: "Conectando…",
    saving: "Guardando…",
    connected,
    reconnect: (name) => `Volver a conectar ${name}`,
    tryAgain: "Reintentar",
    tryConnectingAgain: (name) => `Reintentar la conexión de ${name}`,
    accounts: (number, name) =>
      count(number, { one: `# cuenta de ${name}`, other: `# cuentas de ${name}` }),
    addAnother: "Añadir otra cuenta",
    reconnectItem: "Volver a conectar",
    disconnectItem: "Desconectar…",
    back: "Todas las cuentas",
  },
  list: {
    title: "Cuentas conectadas",
    refresh: "Actualizar",
    needAttention: (number) =>
      count(number, { one: "# requiere atención", other: "# requieren atención" }),
    reconnect: "Volver a conectar",
    reconnectAccount: (account) => `Volver a conectar ${account}`,
    options: (account) => `Opciones de ${account}`,
    rename: "Cambiar nombre",
    addAnother: (name) => `Añadir otra cuenta de ${name}`,
    disconnect: "Desconectar",
    disconnectItem: "Desconectar…",
    removeItem: "Quitar…",
    nameLabel: (account) => `Nombre de ${account}`,
    save: "Guardar",
    cancel: "Cancelar",
    added: (date) => `Añadida: ${date}`,
    addedBy: (date) => ["Añadida por ", date === null ? "" : `, ${date}`],
    lastUsed: (date) => `Último uso: ${date}`,
    loading: "Cargando tus cuentas…",
    empty: {
      title: "Aún no hay cuentas conectadas",
      text: "Conecta Gmail, Slack u otra herramienta y aparecerá aquí.",
    },
    browse: "Ver integraciones",
    error: {
      title: "Tus cuentas no se han cargado",
      text: "Están a salvo. Solo no se ha podido leer esta lista.",
    },
    tryAgain: "Reintentar",
    reference: "Referencia",
    stale: asOf,
    offline: "No tienes conexión. Esta lista es de antes.",
    disconnectQuestion: ["¿Desconectar ", "?"],
    disconnectWarning: (name) =>
      `Todo lo que usa aquí esta cuenta de ${name} se detiene en el acto. Puedes volver a conectarla cuando quieras.`,
    keep: "Mantener conectada",
    disconnecting: "Desconectando…",
    disconnected: ["", ": cuenta desconectada"],
    disconnectedStatus: (account) => `${account}: cuenta desconectada.`,
    connectAgain: "Conectar de nuevo",
    connectAgainAccount: (account) => `Conectar de nuevo ${account}`,
    dismissAccount: (account) => `Descartar ${account}`,
    notDisconnected: (name) => ({
      title: "No se pudo desconectar",
      text: `${name} no respondió. La cuenta sigue conectada.`,
    }),
    notRenamed: {
      title: "No se pudo cambiar el nombre",
      text: "Vuelve a tener el nombre anterior. Reintenta.",
    },
    renamedStatus: (account) => `Ahora se llama ${account}.`,
    accessLabel: "Se puede usar para",
    accessLevel: { full: "Todo", read: "Solo lectura", off: "Nada" },
    accessFact: { read: "Se puede leer, pero no modificar", off: "No se puede usar" },
    accessNotChanged: { title: "No se pudo cambiar", text: "Sigue como antes. Reintenta." },
    accessStatus: (account, access) =>
      ({
        full: `${account} se puede usar para todo.`,
        read: `${account} se puede leer, pero no modificar.`,
        off: `${account} no se puede usar.`,
      })[access],
  },
  gallery: {
    title: "Añadir una integración",
    searchLabel: "Buscar integraciones",
    search: (number) =>
      number === 0 ? "Buscar integraciones" : `Buscar entre ${integrations(number)}`,
    searchWords: {
      correo: "email",
      mensajes: "chat",
      mensajería: "chat",
      calendario: "calendar",
      agenda: "calendar",
      citas: "scheduling",
      reuniones: "meetings",
      hoja: "spreadsheet",
      hojas: "spreadsheet",
      archivos: "files",
      almacenamiento: "files",
      datos: "database",
      tareas: "tasks",
      notas: "notes",
      documentos: "documents",
      pagos: "payments",
      facturación: "billing",
      contabilidad: "accounting",
      soporte: "support",
      clientes: "crm",
      boletín: "newsletter",
      código: "code",
      tienda: "shop",
      teléfono: "phone",
      vídeo: "video",
    },
    clearSearch: "Borrar búsqueda",
    allCategories: "Todas las categorías",
    otherCategory: "Otras",
    filterByCategory: "Filtrar por categoría",
    findCategory: "Buscar una categoría",
    noCategory: (search) => `Ninguna categoría llamada «${search}»`,
    featured: "Destacadas",
    recent: "Conectadas hace poco",
    more: "Más integraciones",
    results: (number, category) =>
      category === null ? integrations(number) : `${integrations(number)} en ${category}`,
    resultsStatus: (number) =>
      number === 0
        ? "No se encontraron integraciones."
        : count(number, {
            one: "# integración encontrada.",
            other: "# integraciones encontradas.",
          }),
    showAll: "Mostrar todas",
    connect: "Conectar",
    connectPlatform: (name) => `Conectar ${name}`,
    addAnother: "Añadir otra",
    addAnotherPlatform: (name) => `Añadir otra cuenta de ${name}`,
    reconnect: "Volver a conectar",
    reconnectPlatform: (name) => `Volver a conectar ${name}`,
    tryAgain: "Reintentar",
    tryConnectingAgain: (name) => `Reintentar la conexión de ${name}`,
    connected,
    needsAttention: "Requiere atención",
    notConnected: "Sin conectar",
    unavailable: "No disponible",
    showMore: (number) => `Mostrar ${number} más`,
    showEarlier: (number) => `Mostrar ${number} anteriores`,
    shown: (shown, total) => `${shown} de ${total} mostradas`,
    loading: "Cargando integraciones…",
    noMatch: (search) => `Nada llamado «${search}»`,
    noMatchInCategory: (search, category) => `Nada llamado «${search}» en ${category}`,
    didYouMean: ["¿Querías decir ", "?"],
    noMatchHint: "Revisa la ortografía o busca otra cosa.",
    clear: "Borrar búsqueda",
    empty: {
      title: "Aún no hay integraciones disponibles",
      text: "Quien administra esta aplicación tiene que activarlas primero.",
    },
    error: {
      title: "Las integraciones no se han cargado",
      text: "Las cuentas que ya conectaste no se ven afectadas.",
    },
    reference: "Referencia",
    stale: asOf,
    refresh: "Actualizar",
    offline: "No tienes conexión. Podrás conectar cuentas cuando vuelvas.",
  },
  attention: {
    accounts: (number) =>
      count(number, { one: "# cuenta te necesita", other: "# cuentas te necesitan" }),
    signIn: ["", " necesita que vuelvas a iniciar sesión"],
    gone: ["", ": ya no está conectada"],
    dismiss: "Descartar",
  },
  checklist: {
    title: "Conecta tus cuentas",
    progress: (done, total) => `${done} de ${total} conectadas`,
    optional: "Opcional",
    complete: "Ya está conectado todo lo necesario",
  },
  connectRequest: {
    title: (reason, name) =>
      ({
        missing: `Conecta ${name} para continuar`,
        broken: `Vuelve a conectar ${name} para continuar`,
        choose: `Elige una cuenta de ${name} para continuar`,
      })[reason],
    accounts: (name) => `Cuentas de ${name}`,
    useAccount: "Usar esta cuenta",
    connectAnother: "Conectar otra cuenta",
    notNow: "Ahora no",
    loading: "Comprobando tus cuentas…",
    waiting: (name) =>
      `${name} se está conectando para otra solicitud. Después, esta continuará automáticamente.`,
    refused: {
      title: "Esta cuenta no se puede usar aquí",
      text: "Quizá le falte el acceso necesario. Usa otra cuenta.",
    },
    notAnswered: "Tu respuesta no se ha guardado. Reintenta en un momento.",
    notContinued: "Aún no hay resultado. Reintenta en un momento.",
    declined: "Ahora no",
    unavailable: "Ya no está disponible",
    continuing: (account) => `Continuando con ${account}.`,
  },
  reconnectLink: {
    question: ["¿Volver a conectar ", "?"],
    notNow: "Ahora no",
    mended: ["", " vuelve a funcionar. No hay nada que hacer."],
    unknown:
      "La cuenta de este enlace no está entre las tuyas. Se desconectó, o has iniciado sesión con otro usuario.",
  },
};
