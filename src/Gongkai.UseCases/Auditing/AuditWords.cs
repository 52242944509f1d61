namespace Gongkai.UseCases.Auditing;

/// <summary>操作记录里的代号给人看的说法；没有列的照代号显示。</summary>
public static class AuditWords
{
    private static readonly Dictionary<string, string> _words = new(StringComparer.Ordinal)
    {
        ["setup"] = "初次设置",
        ["account.signIn"] = "登录",
        ["account.signOut"] = "退出",
        ["account.signInFailed"] = "登录没有成功",
        ["account.lockedOut"] = "连错 5 次，锁定 15 分钟",
        ["account.passwordChanged"] = "改了密码",
        ["account.secondFactorBegun"] = "开始启用两步验证",
        ["account.secondFactorOn"] = "启用两步验证",
        ["account.secondFactorOff"] = "停用两步验证",
        ["account.secondFactorReset"] = "取消他人的两步验证",
        ["account.recoveryCodes"] = "换了恢复码",
        ["account.create"] = "建账号",
        ["account.reset"] = "重置密码",
        ["account.lock"] = "锁定账号",
        ["account.unlock"] = "解锁账号",
        ["account.end"] = "离任",
        ["account.grant"] = "给职责",
        ["account.revoke"] = "收回职责",
        ["agency.create"] = "建机关",
        ["agency.change"] = "改机关",
        ["agency.close"] = "机关撤并",
        ["agency.reopen"] = "机关恢复受理",
        ["calendar.import"] = "导入放假通知",
        ["demo.begun"] = "开始填演示数据",
        ["demo.agency"] = "演示数据：机关",
        ["demo.staff"] = "演示数据：账号",
        ["demo.done"] = "演示数据填好",
        ["calendar.region"] = "改本地区增减的日子",
        ["clock.region"] = "改本地区期限怎样算",
        ["clock.recompute"] = "重算期限",
        ["request.file"] = "提交申请",
        ["request.confirm"] = "确认收到",
        ["request.register"] = "登记",
        ["request.assign"] = "交办",
        ["request.askSupplement"] = "要求补正",
        ["request.receiveSupplement"] = "收到补正",
        ["request.askReasons"] = "要求说明理由",
        ["request.receiveReasons"] = "收到说明的理由",
        ["request.consult"] = "征求意见",
        ["request.consultationAnswered"] = "收到征求的意见",
        ["request.overrideObjection"] = "因公共利益决定公开",
        ["request.notifyFee"] = "发收费通知",
        ["request.payFee"] = "收到缴费",
        ["request.proposeExtension"] = "提出延长答复",
        ["request.returnExtension"] = "退回延长",
        ["request.extend"] = "同意延长答复期限",
        ["request.delay"] = "确定延迟答复",
        ["request.draft"] = "拟答复稿",
        ["request.review"] = "审查答复稿",
        ["request.sign"] = "签发",
        ["request.return"] = "签发退回",
        ["letter.notice"] = "告知正在征求意见",
        ["request.serve"] = "送达",
        ["request.withdraw"] = "撤回",
        ["request.lapse"] = "不再处理",
        ["request.merge"] = "并案",
        ["request.split"] = "拆开",
        ["request.redo"] = "重新处理",
        ["request.archive"] = "归档",
        ["request.note"] = "写备注",
        ["request.attach"] = "附文件",
        ["request.attachDisclosed"] = "附提供的信息",
        ["request.setAside"] = "撤下提供的信息",
        ["request.handOver"] = "交接",
        ["request.seen"] = "查看申请人资料",
        ["request.seenIdentity"] = "查看证件号码",
        ["request.applicant.supplement"] = "申请人补正",
        ["request.applicant.reasons"] = "申请人说明理由",
        ["request.applicant.withdrawal"] = "申请人撤回",
        ["request.applicant.fee"] = "申请人告知已缴费",
        ["letter.void"] = "作废文书",
        ["register.export"] = "导出登记簿",
        ["mail.settings"] = "改发信设置",
        ["mail.forget"] = "停止发信",
        ["account.mail"] = "改提醒邮箱",
        ["digest.plan"] = "安排每日提醒",
        ["digest.schedule"] = "安排每日提醒",
        ["digest.mail"] = "发每日提醒",
        ["retention.keep"] = "鉴定：续存",
        ["retention.appraise"] = "鉴定：可以销毁",
        ["applicant.destroy"] = "批准并销毁申请人资料",
        ["applicant.destroyAgain"] = "恢复备份之后照销毁名单再销毁",
        ["keys.rewrap"] = "换主密钥包裹",
        ["keys.rotate"] = "更换主密钥",
        ["keys.retire"] = "停用旧的主密钥",
    };

    private static readonly string[] NotStaff = ["applicant", "system", "cli", "setup"];

    /// <summary>可以按它筛选的开头与说法。</summary>
    public static IReadOnlyList<(string Prefix, string Name)> Kinds { get; } =
        [("account.", "账号"), ("agency.", "机关"), ("calendar.", "工作日历"), ("clock.", "重算"), ("request.", "申请"), ("keys.", "主密钥"), ("letter.", "文书"), ("register.", "导出"), ("retention.", "鉴定"), ("applicant.", "资料销毁")];

    /// <summary>代号的说法。</summary>
    public static string Of(string action) => _words.GetValueOrDefault(action, action);

    /// <summary>这样称呼的、不是工作人员的操作者，记录里的代号。</summary>
    internal static IEnumerable<string> ActorsNamed(string name) => NotStaff.Where(code => Actor(code) == name);

    /// <summary>不是工作人员的操作者。</summary>
    public static string Actor(string actor) => actor switch
    {
        "applicant" => "申请人",
        "system" => "系统",
        "cli" => "命令行",
        "setup" => "初次设置",
        _ => actor,
    };
}
