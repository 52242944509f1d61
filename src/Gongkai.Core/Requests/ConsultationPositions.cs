using Gongkai.Core.Requests.Clock;

namespace Gongkai.Core.Requests;

/// <summary>被征求意见的各方，能有哪些意见。</summary>
public static class ConsultationPositions
{
    private static readonly ConsultationPosition[] OnDisclosure =
    [
        ConsultationPosition.Agrees, ConsultationPosition.AgreesInPart, ConsultationPosition.ObjectsWithReason, ConsultationPosition.ObjectsWithoutReason, ConsultationPosition.Silent,
    ];

    private static readonly ConsultationPosition[] OnAssistance = [ConsultationPosition.Informs];

    /// <summary>这一方能有的意见。第三方、共同制作机关的意见决定能不能公开，只能是同意、不同意、到期没有答复（条例第三十二条、第三十四条）；协办机关只是回复。</summary>
    public static IReadOnlyList<ConsultationPosition> For(ConsultedParty to) => to == ConsultedParty.OtherAgency ? OnAssistance : OnDisclosure;
}
