# Run inside this folder: gnuplot shares.gp
# Saddlery 0.1.0
# model: pure 3-spin, ξ(q) = q^3
# seed: 1
# convention: H(σ) = Σ_p N^{-(p-1)/2} Σ J σ...σ over all index tuples, J ~ a_p N(0,1), |σ|² = N; E = H/N; index of the (N-1)x(N-1) tangential Hessian
# ways between successive points of gradient descent
reset
set encoding utf8
set minussign
set datafile separator ','
set datafile commentschars '#'
set datafile columnheaders
set bmargin at screen 0.31
set tmargin at screen 0.93
set rmargin at screen 0.965
set border 3 lw 0.8 lc rgb '#222222'
set tics out nomirror scale 0.6 font ',11.0'
set grid back lt 1 lw 0.4 lc rgb '#E4E4E4'
set errorbars 0

set label 'Beyond the limit of stability steps cross valleys, not barriers' at graph 0.5, screen 0.965 center font ',13.0'
set label 'step over the limit of stability η/η*' at graph 0.5, screen 0.2175 center font ',12.0'
set ylabel 'share of steps' font ',12.0'
set logscale x
set xrange [0.09:7.0]
set yrange [-0.03:1.03]

set arrow from first 1.0, graph 0.0 to first 1.0, graph 1.0 nohead back dt (8,5) lw 1.2 lc rgb '#000000'
set label 'limit of stability' at first 1.0, graph 0.98 right rotate by 90 offset character -1.3,0 front font ',10.5' textcolor rgb '#444444'
set arrow from first 4.442882938158365, graph 0.0 to first 4.442882938158365, graph 1.0 nohead back dt (8,5) lw 1.2 lc rgb '#7F7F7F'

set label 'pure 3-spin, |σ|² = N, E = H/N; seed 1; N = 100; η* = 1/(2√(p(p-1))) = 0.204' at screen 0.02, 0.07625 left noenhanced font ',8.0' textcolor rgb '#444444'
set label 'barrier: somewhere on the way higher than both ends; straight steps: σ - η grad H, then scaled' at screen 0.02, 0.04875 left noenhanced font ',8.0' textcolor rgb '#444444'
set label 'grey dashes: the first step is 90° long; field: covariance exp(-r²/2), η* = 2/√3' at screen 0.02, 0.02125 left noenhanced font ',8.0' textcolor rgb '#444444'

unset key
set arrow from screen 0.05113, 0.16875 to screen 0.09447, 0.16875 nohead lw 1.2 lc rgb '#0072B2'
set label '' at screen 0.0728, 0.16875 point pt 7 ps 0.6 lw 1.2 lc rgb '#0072B2'
set label 'p-spin, valley on the way' at screen 0.10613, 0.16875 left font ',10.5'
set arrow from screen 0.50833, 0.16875 to screen 0.55167, 0.16875 nohead lw 1.2 lc rgb '#D55E00'
set label '' at screen 0.53, 0.16875 point pt 5 ps 0.6 lw 1.2 lc rgb '#D55E00'
set label 'p-spin, barrier on the way' at screen 0.56333, 0.16875 left font ',10.5'
set arrow from screen 0.05113, 0.13125 to screen 0.09447, 0.13125 nohead lw 1.2 lc rgb '#009E73'
set label '' at screen 0.0728, 0.13125 point pt 9 ps 0.6 lw 1.2 lc rgb '#009E73'
set label 'p-spin, straight steps, barrier' at screen 0.10613, 0.13125 left font ',10.5'
set arrow from screen 0.50833, 0.13125 to screen 0.55167, 0.13125 nohead lw 1.2 lc rgb '#7F7F7F'
set label '' at screen 0.53, 0.13125 point pt 11 ps 0.6 lw 1.2 lc rgb '#7F7F7F'
set label 'control: field of one variable, barrier' at screen 0.56333, 0.13125 left font ',10.5'

set terminal svg size 600,400.0 dynamic enhanced font 'Arial,12' background '#FFFFFF'
set output 'shares.svg'
plot \
  'shares.csv' using 1:2 with lines lw 2.2 lc rgb '#0072B2' notitle, \
  'shares.csv' using 3:4:(0):5 with xyerrorbars pt 7 ps 0.6 lw 1.2 lc rgb '#0072B2' title 'p-spin, valley on the way', \
  'shares.csv' using 6:7 with lines lw 2.2 lc rgb '#D55E00' notitle, \
  'shares.csv' using 8:9:(0):10 with xyerrorbars pt 5 ps 0.6 lw 1.2 lc rgb '#D55E00' title 'p-spin, barrier on the way', \
  'shares.csv' using 11:12:(0):13 with xyerrorbars pt 9 ps 0.6 lw 1.2 lc rgb '#009E73' title 'p-spin, straight steps, barrier', \
  'shares.csv' using 14:15 with lines lw 1.2 lc rgb '#7F7F7F' notitle, \
  'shares.csv' using 16:17:(0):18 with xyerrorbars pt 11 ps 0.6 lw 1.2 lc rgb '#7F7F7F' title 'control: field of one variable, barrier'

set terminal pdfcairo size 18cm,12.0cm enhanced font 'Arial,12' \
  fontscale 0.64 linewidth 1.7 pointscale 1.15
set output 'shares.pdf'
replot

set terminal pngcairo size 1200,800.0 enhanced font 'Arial,12' \
  fontscale 1.5 linewidth 2 pointscale 2.7
set output 'shares.png'
replot
unset output
