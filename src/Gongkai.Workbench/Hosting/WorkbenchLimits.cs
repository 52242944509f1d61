namespace Gongkai.Workbench.Hosting;

/// <summary>工作台的次数与时间的限度。测试换成别的。</summary>
public sealed record WorkbenchLimits
{
    /// <summary>一个地址一分钟之内最多登录几次，初次设置同算：锁账号防的是盯着一个账号试，这里防的是挨个账号试。</summary>
    public int SignInsPerMinute { get; init; } = 30;

    /// <summary>登录不成时，从收到算起至少多久才回答；成了的不等。</summary>
    public TimeSpan LeastSignInTime { get; init; } = TimeSpan.FromMilliseconds(800);

    /// <summary>一个地址一分钟之内最多取几次期限日历：日历软件一小时取一两次，一个单位的人常常是同一个地址。</summary>
    public int FeedsPerMinute { get; init; } = 120;

    /// <summary>一个账号一时最多碰到几次“没有这件申请”；其后每分钟补同样多。抄错编号碰不到这么多次，挨个猜的碰得到。</summary>
    public int MissesPerMinute { get; init; } = 60;
}
