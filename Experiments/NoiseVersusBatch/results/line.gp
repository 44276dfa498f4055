# Run inside this folder: gnuplot line.gp
# Saddlery 0.1.0
# model: Gaussian field of one variable in a bowl
# seed: 1
# convention: dx = -f' dt + sqrt(2T) dW; of descent with noise σ and step η T = ησ²/2
# f = V + μx²/2, Cov V = exp(-r²/2), μ = 0.2
reset
set encoding utf8
set minussign
set datafile separator ','
set datafile commentschars '#'
set datafile columnheaders
set bmargin at screen 0.2825
set tmargin at screen 0.93
set rmargin at screen 0.965
set border 3 lw 0.8 lc rgb '#222222'
set tics out nomirror scale 0.6 font ',11.0'
set grid back lt 1 lw 0.4 lc rgb '#E4E4E4'
set errorbars 0

set label 'On a line there is a best noise, and time makes it weaker' at graph 0.5, screen 0.965 center font ',13.0'
set label "temperature T = ησ²/2 in units of the field's deviation" at graph 0.5, screen 0.19 center font ',12.0'
set ylabel 'mean gap to the global minimum' font ',12.0'
set logscale x
set format x '10^{%T}'
set xrange [0.04:5.0]
set yrange [0.0:1.5]

set label 'f = V(x) + μx²/2, Cov V = exp(-r²/2), μ = 0.2; noise for a time t, then plain descent' at screen 0.02, 0.04875 left noenhanced font ',8.0' textcolor rgb '#444444'
set label '150 fields, 16 runs each, step 0.02, seed 1; bars: standard errors over fields' at screen 0.02, 0.02125 left noenhanced font ',8.0' textcolor rgb '#444444'

unset key
set arrow from screen 0.06433, 0.14125 to screen 0.10767, 0.14125 nohead lw 2.2 lc rgb '#56B4E9'
set label 'exact, t = 10' at screen 0.11933, 0.14125 left font ',10.5'
set arrow from screen 0.28633, 0.14125 to screen 0.32967, 0.14125 nohead lw 2.2 lc rgb '#0072B2'
set label 'exact, t = 100' at screen 0.34133, 0.14125 left font ',10.5'
set arrow from screen 0.50833, 0.14125 to screen 0.55167, 0.14125 nohead lw 2.2 lc rgb '#009E73'
set label 'exact, t = 1000' at screen 0.56333, 0.14125 left font ',10.5'
set arrow from screen 0.73033, 0.14125 to screen 0.77367, 0.14125 nohead lw 2.2 lc rgb '#000000'
set label 't → ∞' at screen 0.78533, 0.14125 left font ',10.5'
set arrow from screen 0.06433, 0.10375 to screen 0.10767, 0.10375 nohead dt (8,5) lw 1.2 lc rgb '#7F7F7F'
set label 'no noise' at screen 0.11933, 0.10375 left font ',10.5'
set arrow from screen 0.28633, 0.10375 to screen 0.32967, 0.10375 nohead lw 1.2 lc rgb '#0072B2'
set label '' at screen 0.308, 0.10375 point pt 7 ps 0.6 lw 1.2 lc rgb '#0072B2'
set label 'runs, t = 100' at screen 0.34133, 0.10375 left font ',10.5'

set terminal svg size 600,400.0 dynamic enhanced font 'Arial,12' background '#FFFFFF'
set output 'line.svg'
plot \
  'line.csv' using 1:2 with lines lw 2.2 lc rgb '#56B4E9' title 'exact, t = 10', \
  'line.csv' using 3:4 with lines lw 2.2 lc rgb '#0072B2' title 'exact, t = 100', \
  'line.csv' using 5:6 with lines lw 2.2 lc rgb '#009E73' title 'exact, t = 1000', \
  'line.csv' using 7:8 with lines lw 2.2 lc rgb '#000000' title 't → ∞', \
  'line.csv' using 9:10 with lines dt (8,5) lw 1.2 lc rgb '#7F7F7F' title 'no noise', \
  'line.csv' using 11:12:(0):13 with xyerrorbars pt 7 ps 0.6 lw 1.2 lc rgb '#0072B2' title 'runs, t = 100'

set terminal pdfcairo size 18cm,12.0cm enhanced font 'Arial,12' \
  fontscale 0.64 linewidth 1.7 pointscale 1.15
set output 'line.pdf'
replot

set terminal pngcairo size 1200,800.0 enhanced font 'Arial,12' \
  fontscale 1.5 linewidth 2 pointscale 2.7
set output 'line.png'
replot
unset output
