/**
 * What a screen reader comes to say by itself, in each language: how urgently, and in which words.
 * `assertive` interrupts, `polite` waits for a pause.
 */
export const spoken = {
  ar: {
    needsAttention: "polite: حساب واحد يحتاج إلى إجراء",
    disconnected: "polite: تم فصل Mail.",
    rolledBack: "assertive: تعذّر الفصل. لم يستجب Gmail. ما زال الحساب متصلاً.",
    searchSettled: "polite: عُثر على 4 تكاملات.",
    noMatch: "polite: لم يُعثر على تكاملات.",
    frameBlocked:
      "assertive: لم تُفتح صفحة تسجيل الدخول ربما يمنع مانع الإعلانات أو الشبكة الوصول إلى authkit.picaos.com. اسمح بذلك ثم أعد المحاولة. لم يُربط أي حساب.",
    notSaved:
      "assertive: تعذّر حفظ حساب Gmail نجح تسجيل الدخول ولم يضِع. أعد المحاولة لإضافته إلى قائمتك.",
    connected:
      "polite: تم ربط ann@example.com تجده ضمن حساباتك المتصلة، ويمكنك هناك تغيير اسمه أو فصله.",
  },
  de: {
    needsAttention: "polite: 1 braucht Ihre Hilfe",
    disconnected: "polite: Mail ist getrennt.",
    rolledBack:
      "assertive: Trennen hat nicht geklappt. Gmail hat nicht geantwortet. Es ist noch verbunden.",
    searchSettled: "polite: 4 Integrationen gefunden.",
    noMatch: "polite: Keine Integrationen gefunden.",
    frameBlocked:
      "assertive: Die Anmeldeseite wurde nicht geladen Ein Werbeblocker oder Ihr Netzwerk hält vielleicht authkit.picaos.com auf. Erlauben Sie es, dann versuchen Sie es erneut. Es wurde nichts verbunden.",
    notSaved:
      "assertive: Ihr Gmail-Konto ließ sich nicht speichern Die Anmeldung hat geklappt und ist nicht verloren. Versuchen Sie es erneut, um es Ihrer Liste hinzuzufügen.",
    connected:
      "polite: ann@example.com ist verbunden Es steht in Ihren verbundenen Konten. Dort können Sie es umbenennen oder trennen.",
  },
  en: {
    needsAttention: "polite: 1 needs attention",
    disconnected: "polite: Mail is disconnected.",
    rolledBack: "assertive: Couldn’t disconnect. Gmail didn’t answer. It’s still connected.",
    searchSettled: "polite: 4 integrations found.",
    noMatch: "polite: No integrations found.",
    frameBlocked:
      "assertive: The sign-in page didn’t load An ad blocker or your network may be stopping authkit.picaos.com. Allow it, then try again. Nothing was connected.",
    notSaved:
      "assertive: Couldn’t save your Gmail account The sign-in worked and isn’t lost. Try again to add it to your list.",
    connected:
      "polite: ann@example.com is connected It’s in your connected accounts. Rename or disconnect it there.",
  },
  es: {
    needsAttention: "polite: 1 requiere atención",
    disconnected: "polite: Mail: cuenta desconectada.",
    rolledBack: "assertive: No se pudo desconectar. Gmail no respondió. La cuenta sigue conectada.",
    searchSettled: "polite: 4 integraciones encontradas.",
    noMatch: "polite: No se encontraron integraciones.",
    frameBlocked:
      "assertive: La página de inicio de sesión no se ha cargado Puede que un bloqueador de anuncios o tu red esté deteniendo authkit.picaos.com. Permite el acceso y reintenta. No se ha conectado nada.",
    notSaved:
      "assertive: No se pudo guardar tu cuenta de Gmail El inicio de sesión funcionó y no se ha perdido. Reintenta para añadirla a tu lista.",
    connected:
      "polite: ann@example.com: cuenta conectada Está en tus cuentas conectadas. Allí puedes cambiarle el nombre o desconectarla.",
  },
  fr: {
    needsAttention: "polite: 1 demande une action",
    disconnected: "polite: Mail est déconnecté.",
    rolledBack:
      "assertive: Déconnexion impossible. Gmail n’a pas répondu. Le compte est toujours connecté.",
    searchSettled: "polite: 4 intégrations trouvées.",
    noMatch: "polite: Aucune intégration trouvée.",
    frameBlocked:
      "assertive: La page de connexion ne s’est pas chargée Un bloqueur de publicités ou votre réseau arrête peut-être authkit.picaos.com. Autorisez l’accès, puis réessayez. Rien n’a été connecté.",
    notSaved:
      "assertive: Votre compte Gmail n’a pas pu être enregistré La connexion a réussi et n’est pas perdue. Réessayez pour l’ajouter à votre liste.",
    connected:
      "polite: ann@example.com est connecté Il figure dans vos comptes connectés. Vous pouvez l’y renommer ou le déconnecter.",
  },
  he: {
    needsAttention: "polite: באחד דרושה פעולה",
    disconnected: "polite: החשבון Mail נותק.",
    rolledBack: "assertive: לא ניתן היה לנתק. Gmail לא ענה. החשבון עדיין מחובר.",
    searchSettled: "polite: נמצאו 4 שילובים.",
    noMatch: "polite: לא נמצאו שילובים.",
    frameBlocked:
      "assertive: דף הכניסה לא נטען ייתכן שחוסם פרסומות או הרשת עוצרים את authkit.picaos.com. יש לאפשר אותו ולנסות שוב. שום דבר לא חובר.",
    notSaved:
      "assertive: לא ניתן היה לשמור את חשבון Gmail הכניסה הצליחה ולא אבדה. ניסיון נוסף יוסיף את החשבון לרשימה.",
    connected:
      "polite: החשבון ann@example.com מחובר הוא נמצא בחשבונות המחוברים. שם אפשר לשנות את שמו או לנתק אותו.",
  },
  ja: {
    needsAttention: "polite: 1 件の対応が必要",
    disconnected: "polite: Mail を切断しました。",
    rolledBack:
      "assertive: 切断できませんでした。Gmail が応答しませんでした。まだ接続されています。",
    searchSettled: "polite: 4 件の連携が見つかりました。",
    noMatch: "polite: 連携は見つかりませんでした。",
    frameBlocked:
      "assertive: サインインページを読み込めませんでした 広告ブロッカーまたはネットワークが authkit.picaos.com を止めている可能性があります。許可してから、もう一度試してください。何も接続されていません。",
    notSaved:
      "assertive: Gmail アカウントを保存できませんでした サインインは完了しており、失われていません。もう一度試すと一覧に追加されます。",
    connected:
      "polite: ann@example.com を接続しました 接続済みアカウントに表示されます。名前の変更や切断はそこでできます。",
  },
  "pt-BR": {
    needsAttention: "polite: 1 precisa de atenção",
    disconnected: "polite: Mail: conta desconectada.",
    rolledBack:
      "assertive: Não foi possível desconectar. Gmail não respondeu. A conta continua conectada.",
    searchSettled: "polite: 4 integrações encontradas.",
    noMatch: "polite: Nenhuma integração encontrada.",
    frameBlocked:
      "assertive: A página de acesso não carregou Um bloqueador de anúncios ou sua rede pode estar barrando authkit.picaos.com. Libere o acesso e tente de novo. Nada foi conectado.",
    notSaved:
      "assertive: Não foi possível salvar sua conta do Gmail O acesso funcionou e não se perdeu. Tente de novo para adicioná-la à sua lista.",
    connected:
      "polite: ann@example.com: conta conectada Ela está em suas contas conectadas. Lá você pode renomeá-la ou desconectá-la.",
  },
  "zh-CN": {
    needsAttention: "polite: 1 个需要处理",
    disconnected: "polite: Mail 已断开连接。",
    rolledBack: "assertive: 无法断开连接。Gmail 没有响应，账户仍处于连接状态。",
    searchSettled: "polite: 找到 4 个集成。",
    noMatch: "polite: 没有找到集成。",
    frameBlocked:
      "assertive: 登录页面没有加载 广告拦截器或你的网络可能阻止了 authkit.picaos.com。请允许它，然后重试。没有连接任何账户。",
    notSaved: "assertive: 无法保存你的 Gmail 账户 登录已成功，没有丢失。重试即可将其加入列表。",
    connected: "polite: ann@example.com 已连接 它在你的已连接账户中，可在那里重命名或断开。",
  },
};
