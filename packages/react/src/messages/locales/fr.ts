import { createFailureMessages } from "../create-failure-messages.ts";
import type { Language } from "../messages.ts";
import { plurals } from "../plurals.ts";

const count = plurals("fr");
const integrations = (number: number) =>
  count(number, { one: "# intégration", other: "# intégrations" });
const connected = (number: number) =>
  number === 1 ? "Connecté" : count(number, { one: "# connecté", other: "# connectés" });
const asOf = (time: string | null) =>
  `${time === null ? "" : `État à ${time}. `}La dernière liste n’a pas pu être lue.`;
const nothing = "Rien n’a été connecté.";

/** French. */
export const fr: Language = {
  session: {
    title: (name) => (name ? `Connecter ${name}` : "Connecter un compte"),
    reconnectTitle: (name) => `Reconnecter ${name}`,
    close: "Fermer",
    tryAgain: "Réessayer",
    startAgain: "Recommencer",
    reference: "Référence",
    frameTitle: (name) => (name ? `Se connecter à ${name}` : "Choisir un compte à connecter"),
    willAskTo: ["Demandera votre autorisation pour : ", ""],
    otherPermissions: (number) =>
      count(number, { one: "# autre autorisation", other: "# autres autorisations" }),
    opening: (name) => (name ? `Ouverture de ${name}…` : "Ouverture…"),
    openingHint: (name) =>
      name
        ? `Vous allez vous connecter à ${name} et choisir ce que vous partagez.`
        : "Vous allez choisir un compte et vous y connecter.",
    stillOpening: (name) => ({
      title: name ? `Ouverture de ${name} toujours en cours…` : "Ouverture toujours en cours…",
      text: "C’est plus long que d’habitude. Vous pouvez attendre, ou fermer et réessayer plus tard.",
    }),
    ready: (name) =>
      name ? `La page de connexion de ${name} est prête.` : "La liste des comptes est prête.",
    expired: {
      title: "Cette connexion a expiré",
      text: `Pour votre sécurité, elle ne vaut que dix minutes. ${nothing}`,
    },
    saving: (name) => ({
      title: name ? `Enregistrement de votre compte ${name}…` : "Enregistrement de votre compte…",
      text: "C’est presque fini. Gardez cette fenêtre ouverte un instant.",
    }),
    notSaved: (name) => ({
      title: name
        ? `Votre compte ${name} n’a pas pu être enregistré`
        : "Votre compte n’a pas pu être enregistré",
      text: "La connexion a réussi et n’est pas perdue. Réessayez pour l’ajouter à votre liste.",
    }),
    connected: (account) => ({
      title: `${account} est connecté`,
      text: "Il figure dans vos comptes connectés. Vous pouvez l’y renommer ou le déconnecter.",
    }),
    connectedStatus: (account) => `${account} est connecté.`,
    failure: createFailureMessages({
      blocked: ({ host }) => ({
        title: "La page de connexion ne s’est pas chargée",
        text: `Un bloqueur de publicités ou votre réseau arrête peut-être ${host || "la page"}. Autorisez l’accès, puis réessayez. ${nothing}`,
      }),
      offline: () => ({
        title: "Vous êtes hors ligne",
        text: `${nothing} Tout reprendra dès que vous serez de nouveau en ligne.`,
      }),
      network: () => ({
        title: "Le serveur est injoignable",
        text: `${nothing} Vérifiez votre connexion, puis réessayez.`,
      }),
      timeout: () => ({
        title: "C’était trop long",
        text: `Le serveur n’a pas répondu à temps. ${nothing} Réessayez.`,
      }),
      signedOut: ({ name }) => ({
        title: "Votre session est fermée",
        text: `${nothing} Identifiez-vous à nouveau, puis connectez ${name ?? "ce compte"}.`,
      }),
      forbidden: ({ name, reason }) => ({
        title: `Vous ne pouvez pas connecter ${name ?? "ce compte"}`,
        text: reason ?? `Votre rôle ne le permet pas. ${nothing} Demandez à un administrateur.`,
      }),
      notEnabled: ({ name }) => ({
        title: `${name ?? "Cette intégration"} n’est pas disponible`,
        text: `Elle n’est pas activée ici. ${nothing} Demandez à un administrateur de l’activer.`,
      }),
      rateLimited: ({ seconds }) => ({
        title: "Trop d’essais",
        text: `${nothing} ${
          seconds === null
            ? "Attendez un instant, puis réessayez."
            : seconds === 0
              ? "Vous pouvez réessayer maintenant."
              : count(seconds, {
                  one: "Réessayez dans # seconde.",
                  other: "Réessayez dans # secondes.",
                })
        }`,
      }),
      quota: () => ({
        title: "Les connexions sont suspendues",
        text: `Le forfait du service de connexion est épuisé. ${nothing} Prévenez un administrateur.`,
      }),
      misconfigured: () => ({
        title: "Les connexions ne sont pas encore configurées",
        text: `La configuration des connexions de ce produit n’est pas complète. ${nothing} Prévenez un administrateur.`,
      }),
      disconnected: () => ({
        title: "Ce compte n’est plus connecté",
        text: "Il a été déconnecté entre-temps. Vous pouvez le connecter comme nouveau compte.",
      }),
      ended: () => ({
        title: "Cette connexion est terminée",
        text: `${nothing} Recommencez.`,
      }),
      declined: ({ name, reason }) => ({
        title: `${name ?? "Le compte"} n’a pas été connecté`,
        text: reason ?? "Réessayez.",
      }),
      internal: () => ({
        title: "Un problème est survenu chez nous",
        text: `${nothing} Réessayez dans un instant.`,
      }),
    }),
  },
  connection: {
    state: {
      operational: "Connecté",
      degraded: "Nouvel essai en cours",
      failed: "Action requise",
      gone: "Plus connecté",
      unknown: "État inconnu",
    },
    detail: (state, name) =>
      ({
        operational: "",
        degraded: `${name} ne répond pas. Rien à faire pour l’instant.`,
        failed: `${name} vous demande de vous identifier à nouveau.`,
        gone: "L’accès a été retiré en dehors de cette application.",
        unknown: "Vérification impossible pour l’instant.",
      })[state],
    test: "Test",
  },
  button: {
    connect: (name) => `Connecter ${name}`,
    connecting: "Connexion…",
    saving: "Enregistrement…",
    connected,
    reconnect: (name) => `Reconnecter ${name}`,
    tryAgain: "Réessayer",
    tryConnectingAgain: (name) => `Réessayer de connecter ${name}`,
    accounts: (number, name) =>
      count(number, { one: `# compte ${name}`, other: `# comptes ${name}` }),
    addAnother: "Ajouter un autre compte",
    reconnectItem: "Reconnecter",
    disconnectItem: "Déconnecter…",
    back: "Tous les comptes",
  },
  list: {
    title: "Comptes connectés",
    refresh: "Actualiser",
    needAttention: (number) =>
      count(number, { one: "# demande une action", other: "# demandent une action" }),
    reconnect: "Reconnecter",
    reconnectAccount: (account) => `Reconnecter ${account}`,
    options: (account) => `Options de ${account}`,
    rename: "Renommer",
    addAnother: (name) => `Ajouter un autre compte ${name}`,
    disconnect: "Déconnecter",
    disconnectItem: "Déconnecter…",
    removeItem: "Retirer…",
    nameLabel: (account) => `Nom de ${account}`,
    save: "Enregistrer",
    cancel: "Annuler",
    added: (date) => `Ajouté : ${date}`,
    addedBy: (date) => ["Ajouté par ", date === null ? "" : `, ${date}`],
    lastUsed: (date) => `Dernière utilisation : ${date}`,
    loading: "Chargement de vos comptes…",
    empty: {
      title: "Aucun compte connecté",
      text: "Connectez Gmail, Slack ou un autre outil et il apparaîtra ici.",
    },
    browse: "Voir les intégrations",
    error: {
      title: "Vos comptes ne se sont pas chargés",
      text: "Ils sont en sécurité. Seule cette liste n’a pas pu être lue.",
    },
    tryAgain: "Réessayer",
    reference: "Référence",
    stale: asOf,
    offline: "Vous êtes hors ligne. Cette liste date d’avant.",
    disconnectQuestion: ["Déconnecter ", " ?"],
    disconnectWarning: (name) =>
      `Tout ce qui utilise ici ce compte ${name} s’arrête aussitôt. Vous pourrez le reconnecter à tout moment.`,
    keep: "Garder connecté",
    disconnecting: "Déconnexion…",
    disconnected: ["", " déconnecté"],
    disconnectedStatus: (account) => `${account} est déconnecté.`,
    connectAgain: "Connecter à nouveau",
    connectAgainAccount: (account) => `Connecter à nouveau ${account}`,
    dismissAccount: (account) => `Masquer ${account}`,
    notDisconnected: (name) => ({
      title: "Déconnexion impossible",
      text: `${name} n’a pas répondu. Le compte est toujours connecté.`,
    }),
    notRenamed: {
      title: "Renommage impossible",
      text: "L’ancien nom est rétabli. Réessayez.",
    },
    renamedStatus: (account) => `Renommé en ${account}.`,
    accessLabel: "Utilisation autorisée",
    accessLevel: { full: "Complète", read: "Lecture seule", off: "Aucune" },
    accessFact: { read: "Peut être lu, mais pas modifié", off: "Ne peut pas être utilisé" },
    accessNotChanged: {
      title: "Modification impossible",
      text: "L’utilisation autorisée reste la même. Réessayez.",
    },
    accessStatus: (account, access) =>
      ({
        full: `${account} peut être utilisé sans restriction.`,
        read: `${account} peut être lu, mais pas modifié.`,
        off: `${account} ne peut pas être utilisé.`,
      })[access],
  },
  gallery: {
    title: "Ajouter une intégration",
    searchLabel: "Rechercher des intégrations",
    search: (number) =>
      number === 0 ? "Rechercher des intégrations" : `Rechercher parmi ${integrations(number)}`,
    searchWords: {
      courriel: "email",
      courrier: "email",
      messagerie: "chat",
      discussion: "chat",
      calendrier: "calendar",
      agenda: "calendar",
      rendez: "scheduling",
      réunions: "meetings",
      tableur: "spreadsheet",
      feuille: "spreadsheet",
      fichiers: "files",
      stockage: "files",
      données: "database",
      tâches: "tasks",
      paiements: "payments",
      facturation: "billing",
      comptabilité: "accounting",
      assistance: "support",
      clients: "crm",
      infolettre: "newsletter",
      boutique: "shop",
      téléphone: "phone",
      vidéo: "video",
    },
    clearSearch: "Effacer la recherche",
    allCategories: "Toutes les catégories",
    otherCategory: "Autres",
    filterByCategory: "Filtrer par catégorie",
    findCategory: "Trouver une catégorie",
    noCategory: (search) => `Aucune catégorie nommée « ${search} »`,
    featured: "À la une",
    recent: "Connectées récemment",
    more: "Autres intégrations",
    results: (number, category) =>
      category === null ? integrations(number) : `${integrations(number)} dans ${category}`,
    resultsStatus: (number) =>
      number === 0
        ? "Aucune intégration trouvée."
        : count(number, { one: "# intégration trouvée.", other: "# intégrations trouvées." }),
    showAll: "Tout afficher",
    connect: "Connecter",
    connectPlatform: (name) => `Connecter ${name}`,
    addAnother: "Ajouter un compte",
    addAnotherPlatform: (name) => `Ajouter un compte ${name}`,
    reconnect: "Reconnecter",
    reconnectPlatform: (name) => `Reconnecter ${name}`,
    tryAgain: "Réessayer",
    tryConnectingAgain: (name) => `Réessayer de connecter ${name}`,
    connected,
    needsAttention: "Action requise",
    notConnected: "Non connecté",
    unavailable: "Non disponible",
    showMore: (number) => count(number, { one: "Afficher # de plus", other: "Afficher # de plus" }),
    showEarlier: (number) => `Afficher les ${number} précédentes`,
    shown: (shown, total) => `${shown} sur ${total} affichées`,
    loading: "Chargement des intégrations…",
    noMatch: (search) => `Rien qui s’appelle « ${search} »`,
    noMatchInCategory: (search, category) => `Rien qui s’appelle « ${search} » dans ${category}`,
    didYouMean: ["Vouliez-vous dire ", " ?"],
    noMatchHint: "Vérifiez l’orthographe, ou cherchez autre chose.",
    clear: "Effacer la recherche",
    empty: {
      title: "Aucune intégration disponible pour l’instant",
      text: "La personne qui gère cette application doit d’abord les activer.",
    },
    error: {
      title: "Les intégrations ne se sont pas chargées",
      text: "Les comptes déjà connectés ne sont pas concernés.",
    },
    reference: "Référence",
    stale: asOf,
    refresh: "Actualiser",
    offline: "Vous êtes hors ligne. Vous pourrez connecter des comptes à votre retour.",
  },
  attention: {
    accounts: (number) =>
      count(number, { one: "# compte a besoin de vous", other: "# comptes ont besoin de vous" }),
    signIn: ["", " vous demande de vous identifier à nouveau"],
    gone: ["", " n’est plus connecté"],
    dismiss: "Masquer",
  },
  checklist: {
    title: "Connectez vos comptes",
    progress: (done, total) => `${done} sur ${total} connectés`,
    optional: "Facultatif",
    complete: "Tout le nécessaire est connecté",
  },
  connectRequest: {
    title: (reason, name) =>
      ({
        missing: `Connectez ${name} pour continuer`,
        broken: `Reconnectez ${name} pour continuer`,
        choose: `Choisissez un compte ${name} pour continuer`,
      })[reason],
    accounts: (name) => `Comptes ${name}`,
    useAccount: "Utiliser ce compte",
    connectAnother: "Connecter un autre compte",
    notNow: "Pas maintenant",
    loading: "Vérification de vos comptes…",
    waiting: (name) =>
      `${name} est en cours de connexion pour une autre demande. Celle-ci reprendra ensuite automatiquement.`,
    refused: {
      title: "Ce compte ne peut pas être utilisé ici",
      text: "Il lui manque peut-être l’accès nécessaire. Utilisez un autre compte.",
    },
    notAnswered: "Votre réponse n’a pas été enregistrée. Réessayez dans un instant.",
    notContinued: "Le résultat n’est pas encore arrivé. Réessayez dans un instant.",
    declined: "Pas maintenant",
    unavailable: "Plus disponible",
    continuing: (account) => `Poursuite avec ${account}.`,
  },
  reconnectLink: {
    question: ["Reconnecter ", " ?"],
    notNow: "Pas maintenant",
    mended: ["", " fonctionne à nouveau. Il n’y a rien à faire."],
    unknown:
      "Le compte de ce lien ne figure pas parmi les vôtres. Il a été déconnecté, ou vous êtes connecté sous un autre nom.",
  },
};
