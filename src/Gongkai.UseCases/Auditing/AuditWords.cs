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
        ["clock.recompute"] = "重算期限",
        ["request.file"] = "提交申请",
        ["applicant.destroy"] = "销毁申请人资料",
        ["keys.rotate"] = "更换主密钥",
        ["keys.retire"] = "停用旧的主密钥",
    };

    /// <summary>可以按它筛选的开头与说法。</summary>
    public static IReadOnlyList<(string Prefix, string Name)> Kinds { get; } =
        [("account.", "账号"), ("agency.", "机关"), ("calendar.", "工作日历"), ("clock.", "重算"), ("request.", "申请"), ("keys.", "主密钥"), ("applicant.", "资料销毁")];

    /// <summary>代号的说法。</summary>
    public static string Of(string action) => _words.GetValueOrDefault(action, action);

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
