namespace Gongkai.Core.Requests;

/// <summary>办到了哪一步。期限走到哪里另由时钟说，见 <see cref="Clock.ClockState"/>。</summary>
public enum RequestStage
{
    /// <summary>已提交，收到之日还要与申请人确认（条例第三十一条）。</summary>
    AwaitingConfirmation,

    /// <summary>已收到，待登记。</summary>
    Received,

    /// <summary>已登记，办理中。</summary>
    Handling,

    /// <summary>已提出延长答复，待公开工作机构负责人同意；期限照旧在走，别的事照常可以办。</summary>
    ExtensionProposed,

    /// <summary>已拟出答复，待审查、签发。</summary>
    Drafted,

    /// <summary>已签发，待送达。</summary>
    AwaitingService,

    /// <summary>已办结：答复已送达、申请人撤回、或不再处理。</summary>
    Concluded,

    /// <summary>已归档。</summary>
    Archived,

    /// <summary>并入另一件申请（未答复期间重复提交的）。表三怎样计见 <see cref="MergedRequests"/>。</summary>
    Merged,

    /// <summary>已按一事一申请拆开，由拆出的各件计数。</summary>
    Split,
}
